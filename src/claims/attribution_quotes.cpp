#include <algorithm>

#include "claims/attribution.hpp"

namespace rashomon::claims {
namespace {

using Index = std::uint32_t;
constexpr Index kReach = 30;  // tokens to either side of a quotation in which its cue is looked for

class QuoteReader {
 public:
  QuoteReader(const Syntax& syntax, std::string_view text, std::vector<SentenceReading>& sentences,
              const std::vector<Quote>& quotes, SpeakerFinder& speakers)
      : syntax_(syntax),
        text_(text),
        sentences_(sentences),
        quotes_(quotes),
        speakers_(speakers),
        told_(quotes.size()),
        clauses_(quotes.size()) {
    if (!sentences.empty()) range_ = {sentences.front().range.first, sentences.back().range.last};
  }

  void run(Attribution& before) {
    place_clauses();
    for (std::size_t q = 0; q < quotes_.size(); ++q) tell(q, before);
    for (auto& sentence : sentences_)
      for (std::size_t i = 0; i < sentence.clauses.size(); ++i) {
        if (const auto q = sentence.quoted[i]; q && told_[*q]) hand_on(sentence, i, *told_[*q]);
      }
    for (const auto& sentence : sentences_)
      for (const auto& said : sentence.said)
        if (!said.chain.empty()) before = said;
  }

 private:
  void place_clauses() {
    for (std::size_t s = 0; s < sentences_.size(); ++s) {
      auto& sentence = sentences_[s];
      sentence.quoted.assign(sentence.clauses.size(), {});
      for (std::size_t i = 0; i < sentence.clauses.size(); ++i) {
        const Clause& clause = sentence.clauses[i];
        const Span head = syntax_[clause.head].span;
        const auto after = std::upper_bound(quotes_.begin(), quotes_.end(), head.begin,
                                            [](std::uint32_t at, const Quote& q) { return at < q.span.begin; });
        if (after == quotes_.begin()) continue;
        const auto q = static_cast<std::size_t>(after - quotes_.begin()) - 1;
        const Span words = bytes_of(syntax_.parse(), clause.range);
        const Span shared{std::max(words.begin, quotes_[q].inner.begin), std::min(words.end, quotes_[q].inner.end)};
        if (!quotes_[q].span.contains(head) || shared.empty() || shared.size() * 4 < words.size()) continue;
        sentence.quoted[i] = q;
        clauses_[q].emplace_back(s, i);
      }
    }
  }

  void tell(std::size_t q, const Attribution& before) {
    if (clauses_[q].empty()) return;
    told_[q] = from_parse(q);
    if (!told_[q]) told_[q] = from_words_after(q);
    if (!told_[q]) told_[q] = from_words_before(q);
    if (!told_[q]) told_[q] = from_what_went_before(q, before);
    if (told_[q]) told_before_ = q;
  }

  // A clause of the quotation is the content of a word outside it.
  std::optional<Attribution> from_parse(std::size_t q) const {
    for (const auto& [s, i] : clauses_[q]) {
      const Attribution& said = sentences_[s].said[i];
      if (said.chain.empty() || !said.cue) continue;
      if (!quotes_[q].span.contains(syntax_[*said.cue].span)) return said;
    }
    return {};
  }

  std::optional<Index> token_at_or_after(std::uint32_t at) const {
    const auto& tokens = syntax_.parse().tokens;
    Index lo = range_.first, hi = range_.last;
    while (lo < hi) {
      const Index mid = lo + (hi - lo) / 2;
      if (tokens[mid].span.begin < at) lo = mid + 1;
      else hi = mid;
    }
    if (lo >= range_.last) return {};
    return lo;
  }

  bool in_quote(Index i) const {
    const std::uint32_t at = syntax_[i].span.begin;
    const auto after = std::upper_bound(quotes_.begin(), quotes_.end(), at,
                                        [](std::uint32_t b, const Quote& q) { return b < q.span.begin; });
    return after != quotes_.begin() && std::prev(after)->span.contains(at);
  }

  std::string_view last_word(std::size_t q) const {
    const auto next = token_at_or_after(quotes_[q].inner.end);
    const Index end = next ? *next : range_.last;
    return end > range_.first ? syntax_[end - 1].lemma : std::string_view();
  }

  std::optional<Attribution> from_cue(Index verb) {
    const CueVerb* cue = find_cue_verb(syntax_[verb].lemma);
    if (cue == nullptr || syntax_[verb].pos != "VERB" || !cue->takes("quote") || syntax_[verb].dep == "acl") return {};
    auto speaker = subject_of(syntax_, verb);
    if (is_passive(syntax_, verb)) return {};
    if (!speaker || in_quote(*speaker)) speaker = noun_beside(verb);
    if (!speaker || in_class("first_person", syntax_[*speaker].lemma)) return {};
    Attribution out;
    out.chain.push_back(speakers_.find(*speaker));
    out.cue = verb;
    out.rule = "words beside the quotation";
    return out;
  }

  // "…,” said Ann Lee", where the parse has lost the subject.
  std::optional<Index> noun_beside(Index verb) const {
    for (Index i = verb + 1; i < std::min(verb + 8, range_.last); ++i) {
      if (in_quote(i) || syntax_[i].pos == "PUNCT") break;
      if (is_one_of(syntax_[i].pos, {"NOUN", "PROPN", "PRON"}) && syntax_[i].dep != "compound") return i;
    }
    for (Index i = verb; i-- > std::max(range_.first, verb < 3 ? 0 : verb - 3);)
      if (!in_quote(i) && is_one_of(syntax_[i].pos, {"NOUN", "PROPN", "PRON"})) return i;
    return {};
  }

  // "…forces"said a spokesman": mark and verb in one token.
  std::optional<Attribution> from_glued_word(std::size_t q) {
    const auto next = token_at_or_after(quotes_[q].span.end);
    const Index i = next ? *next : range_.last;
    if (i == range_.first || i == 0) return {};
    const Span word = syntax_[i - 1].span;
    if (word.end <= quotes_[q].span.end) return {};
    const std::string_view rest = slice(text_, {quotes_[q].span.end, word.end});
    if (!is_one_of(rest, {"said", "says", "told", "added", "wrote"})) return {};
    const auto speaker = noun_beside(i - 1);
    if (!speaker || *speaker < i) return {};
    Attribution out;
    out.chain.push_back(speakers_.find(*speaker));
    out.cue = i - 1;
    out.rule = "words glued to the quotation";
    return out;
  }

  std::optional<Attribution> from_words_after(std::size_t q) {
    if (const auto glued = from_glued_word(q)) return glued;
    const auto begin = token_at_or_after(quotes_[q].span.end);
    if (!begin) return {};
    const bool ended = last_word(q) == ".";
    const Index stop = std::min(*begin + (ended ? 6 : kReach), range_.last);
    for (Index i = *begin; i < stop && !in_quote(i); ++i) {
      if (syntax_[i].lemma == "." || syntax_[i].lemma == ";" || syntax_[i].tag == ".") break;
      if (auto out = from_cue(i); out && !(ended && syntax_.child(i, {"ccomp", "dobj"}))) return out;
    }
    return {};
  }

  std::optional<Attribution> from_words_before(std::size_t q) {
    const auto begin = token_at_or_after(quotes_[q].span.begin);
    if (!begin || *begin == range_.first) return {};
    const std::string_view mark = syntax_[*begin - 1].lemma;
    if (mark == "." || mark == ";") return {};
    const bool introduced = mark == "," || mark == ":" || mark == "-" || mark == "—" || mark == "–";
    const Index reach = introduced ? kReach : 4;
    const Index stop = std::max(range_.first, *begin < reach ? 0 : *begin - reach);
    for (Index i = *begin; i > stop; --i) {
      if (in_quote(i - 1) || syntax_[i - 1].tag == ".") break;
      if (auto out = from_cue(i - 1)) return out;
    }
    return {};
  }

  // No cue of its own: the speaker of the words before goes on.
  std::optional<Attribution> from_what_went_before(std::size_t q, const Attribution& before) {
    if (told_before_ && told_[*told_before_]) return told_[*told_before_];
    if (q == 0 || !last_) last_ = before;
    for (; read_ < sentences_.size(); ++read_) {
      const auto& sentence = sentences_[read_];
      if (syntax_[sentence.range.first].span.begin >= quotes_[q].span.begin) break;
      for (const auto& said : sentence.said)
        if (!said.chain.empty()) last_ = said;
    }
    if (last_->chain.empty()) return {};
    Attribution out = *last_;
    if (out.cue && !range_.contains(*out.cue)) out.cue.reset();
    out.frame = nullptr;
    out.rule = "goes on speaking";
    return out;
  }

  void hand_on(SentenceReading& sentence, std::size_t i, const Attribution& told) {
    Attribution& said = sentence.said[i];
    const bool named =
        !said.chain.empty() && said.cue && quotes_[*sentence.quoted[i]].span.contains(syntax_[*said.cue].span);
    if (said.chain.empty()) {
      said = told;
      if (sentence.acts[i] == nullptr && said.frame != nullptr && said.frame->kind == Frame::Kind::act)
        said.frame = nullptr;
      return;
    }
    if (!named || said.rule == "speech act") {
      if (said.rule == "speech act") said = told;
      return;
    }
    for (Speaker speaker : told.chain) {
      const bool known =
          std::any_of(said.chain.begin(), said.chain.end(), [&](const Speaker& s) { return s.name == speaker.name; });
      if (known) continue;
      speaker.role = "relay";
      said.chain.push_back(std::move(speaker));
    }
  }

  const Syntax& syntax_;
  std::string_view text_;
  std::vector<SentenceReading>& sentences_;
  const std::vector<Quote>& quotes_;
  SpeakerFinder& speakers_;
  TokenRange range_;
  std::optional<std::size_t> told_before_;        // the last quotation with a speaker
  std::optional<Attribution> last_;               // what was said last before the quotation at hand, …
  std::size_t read_ = 0;                          // … looked for up to this sentence
  std::vector<std::optional<Attribution>> told_;  // one a quotation
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> clauses_;  // of a quotation: sentence, clause
};

}  // namespace

void attribute_quotes(const Syntax& syntax, std::string_view text, std::vector<SentenceReading>& sentences,
                      const std::vector<Quote>& quotes, SpeakerFinder& speakers, Attribution& before) {
  QuoteReader(syntax, text, sentences, quotes, speakers).run(before);
}

}  // namespace rashomon::claims

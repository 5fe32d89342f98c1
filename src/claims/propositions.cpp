#include <algorithm>
#include <set>
#include <tuple>

#include "claims/attribution.hpp"
#include "claims/modality.hpp"
#include "claims/proposition.hpp"

namespace rashomon::claims {
namespace {

using Index = std::uint32_t;
using ingest::BlockKind;

class Writer {
 public:
  Writer(const mentions::Analysis& analysis, const Syntax& syntax, const SpeakerFinder& speakers)
      : analysis_(analysis), syntax_(syntax), outlet_(speakers.outlet()) {}

  void write(const SentenceReading& sentence, const std::vector<Quote>& quotes, std::size_t block,
             std::vector<Proposition>& out) {
    carriers_ = carriers(sentence);
    for (std::size_t i = 0; i < sentence.clauses.size(); ++i)
      if (is_proposition(sentence, i, analysis_.document.blocks[block].kind))
        out.push_back(proposition(sentence, i, quotes, block));
  }

 private:
  bool is_proposition(const SentenceReading& sentence, std::size_t i, BlockKind kind) const {
    const Clause& clause = sentence.clauses[i];
    if (clause.kind == ClauseKind::frame || clause.kind == ClauseKind::none) return false;
    if (syntax_[clause.head].tag == "." || syntax_[clause.head].pos == "PUNCT" || syntax_[clause.head].pos == "SPACE")
      return false;
    if (syntax_[clause.head].lemma == "come" && clause.range.last - clause.range.first <= 3)
      return false;  // "This comes as"
    if (carriers_.contains(clause.head)) return false;
    if (is_bare_saying(sentence, i)) return false;
    if (clause.range.last - clause.range.first < 2 && clause.kind != ClauseKind::content) return false;
    if (is_predicate(syntax_, clause.head) || clause.kind == ClauseKind::content || own_subject(syntax_, clause.head))
      return true;
    if (kind != BlockKind::paragraph) return clause.range.last - clause.range.first > 2;
    return syntax_.child(clause.head, {"acl"}).has_value();
  }

  // "she said", cut off from what she said
  bool is_bare_saying(const SentenceReading& sentence, std::size_t i) const {
    const Clause& clause = sentence.clauses[i];
    const auto* cue = find_cue_verb(syntax_[clause.head].lemma);
    if (cue == nullptr || !cue->takes("that") || sentence.acts[i] != nullptr || is_negated(syntax_, clause.head))
      return false;
    return !syntax_.child(clause.head, {"dobj", "ccomp", "xcomp", "auxpass", "prep", "advcl", "attr", "oprd"});
  }

  // Predicates that only carry a saying: "led him to state that Y", "voiced hope that Y", "there has been speculation
  // that Y".
  std::set<Index> carriers(const SentenceReading& sentence) const {
    std::set<Index> out;
    for (const Frame& frame : sentence.frames) {
      if (frame.carrier) out.insert(*frame.carrier);
      const auto up = syntax_.head(frame.token);
      if (!up || frame.kind == Frame::Kind::act) continue;
      const auto& token = syntax_[frame.token];
      if (token.pos == "NOUN" && is_one_of(token.dep, {"attr", "nsubj"}) && !is_negated(syntax_, *up) &&
          is_one_of(syntax_[*up].lemma, {"be", "grow", "emerge", "spread", "circulate", "mount", "come"}))
        out.insert(*up);
      if (is_one_of(token.dep, {"xcomp", "ccomp"}) && frame.token > *up && !frame.attached) out.insert(*up);
    }
    return out;
  }

  Proposition proposition(const SentenceReading& sentence, std::size_t i, const std::vector<Quote>& quotes,
                          std::size_t block) const {
    const Clause& clause = sentence.clauses[i];
    const Attribution& said = sentence.said[i];
    Proposition out;
    out.head = clause.head;
    out.first = clause.range.first;
    out.last = clause.range.last;
    out.block = block;
    out.span = with_marks(bytes_of(syntax_.parse(), clause.range), quotes);
    const bool quoted = sentence.quoted[i].has_value();
    if (quoted && said.cue && syntax_[*said.cue].span.end > quotes[*sentence.quoted[i]].inner.end)
      out.span.end =
          std::min(out.span.end, quotes[*sentence.quoted[i]].inner.end);  // not into the words that report it
    set_speakers(out, said, quoted);
    // What a clause hung on the content presupposes ("denied the raid in which nine died") is not itself denied or
    // threatened.
    const bool aside = clause.kind == ClauseKind::relative || clause.kind == ClauseKind::adverbial;
    const ModalContext context{aside ? nullptr : said.frame, sentence.acts[i], quoted, said.frame != nullptr};
    const ModalReading reading = read_modality(syntax_, clause.head, context);
    out.modality = reading.modality;
    const bool denies = is_denial(syntax_, clause.head, context) || explains_denial(sentence, said, out.modality);
    out.polarity = denies ? Polarity::denies : Polarity::asserts;
    out.reasons.push_back({"modality", std::string(reading.rule), text_of(clause.head)});
    return out;
  }

  // "rejected this, stating that there were no guns there": what is negated there is the denial itself.
  bool explains_denial(const SentenceReading& sentence, const Attribution& said, Modality modality) const {
    if (modality != Modality::negated || said.frame == nullptr) return false;
    const auto up = syntax_.head(said.frame->token);
    if (!up || syntax_[said.frame->token].dep != "advcl" || own_subject(syntax_, said.frame->token)) return false;
    const auto k = std::lower_bound(sentence.clauses.begin(), sentence.clauses.end(), *up,
                                    [](const Clause& c, Index h) { return c.head < h; });
    if (k == sentence.clauses.end() || k->head != *up) return false;
    const Frame* act = sentence.acts[static_cast<std::size_t>(k - sentence.clauses.begin())];
    return act != nullptr && is_denial(syntax_, *up, {nullptr, act, false, false});
  }

  void set_speakers(Proposition& out, const Attribution& said, bool quoted) const {
    for (std::size_t k = 0; k < said.chain.size(); ++k)
      if (!outlet_ || k == 0 || said.chain[k].name != outlet_->name) out.speakers.push_back(said.chain[k]);
    if (outlet_ && (out.speakers.empty() || out.speakers.front().name != outlet_->name))
      out.speakers.push_back(*outlet_);
    if (said.cue) {
      out.cue_token = said.cue;
      out.cue = Cue{syntax_[*said.cue].span, std::string(syntax_[*said.cue].lemma)};
    }
    out.voice = !said.chain.empty()       ? (quoted ? Voice::direct : Voice::indirect)
                : said.unspoken || quoted ? Voice::unattributed
                                          : Voice::own;
    out.reasons.push_back({"speakers", std::string(said.rule), said.cue ? text_of(*said.cue) : std::string()});
  }

  std::string text_of(Index token) const { return std::string(slice(analysis_.document.text, syntax_[token].span)); }

  // A quotation that begins or ends inside the span is not cut off before its mark.
  static Span with_marks(Span span, const std::vector<Quote>& quotes) {
    for (const Quote& q : quotes) {
      if (q.span.end <= span.begin || q.span.begin >= span.end) continue;
      if (span.begin < q.span.begin && q.closed && span.end >= q.inner.begin && span.end < q.span.end &&
          q.span.end - span.end <= 5)
        span.end = q.span.end;
      if (q.opened && span.begin <= q.inner.begin && span.begin > q.span.begin && q.span.end < span.end)
        span.begin = q.span.begin;
    }
    return span;
  }

  const mentions::Analysis& analysis_;
  const Syntax& syntax_;
  std::optional<Speaker> outlet_;
  std::set<Index> carriers_;  // of the sentence at hand
};

// Lines of a block: a text taken raw is one block of many paragraphs.
std::vector<Span> paragraphs(std::string_view text, Span block) {
  std::vector<Span> out;
  for (std::uint32_t i = block.begin; i < block.end;) {
    const auto j = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', i), block.end));
    if (j > i) out.push_back({i, j});
    i = j + 1;
  }
  return out;
}

class BlockReader {
 public:
  BlockReader(const mentions::Analysis& analysis, const Syntax& syntax)
      : analysis_(analysis), syntax_(syntax), speakers_(analysis, syntax), writer_(analysis, syntax, speakers_) {}

  std::vector<Proposition> read() {
    for (std::size_t b = 0; b < analysis_.document.blocks.size(); ++b) {
      const auto& block = analysis_.document.blocks[b];
      if (!ingest::is_read(block.kind) || block.kind == BlockKind::heading) continue;
      for (Span line : paragraphs(analysis_.document.text, block.span)) read_paragraph(line, b);
    }
    std::stable_sort(out_.begin(), out_.end(), [](const Proposition& x, const Proposition& y) {
      return std::tie(x.span, x.head) < std::tie(y.span, y.head);
    });
    const auto same = [](const Proposition& x, const Proposition& y) { return x.span == y.span; };
    out_.erase(std::unique(out_.begin(), out_.end(), same), out_.end());
    return std::move(out_);
  }

 private:
  // The tokens of a sentence that lie in a line.
  TokenRange within(const language::Sentence& sentence, Span line) const {
    TokenRange out{sentence.begin, sentence.end};
    const auto& tokens = analysis_.parse.tokens;
    while (!out.empty() && tokens[out.first].span.end <= line.begin) ++out.first;
    while (!out.empty() && tokens[out.last - 1].span.begin >= line.end) --out.last;
    return out;
  }

  void read_paragraph(Span line, std::size_t block) {
    const auto& sentences = analysis_.parse.sentences;
    while (next_ < sentences.size() && sentences[next_].span.end <= line.begin) ++next_;
    std::vector<SentenceReading> readings;
    const bool headline = analysis_.document.blocks[block].kind == BlockKind::title;
    for (; next_ < sentences.size() && sentences[next_].span.begin < line.end; ++next_) {
      const TokenRange words = within(sentences[next_], line);
      for (TokenRange left = words; !left.empty();) {
        const TokenRange part{left.first, std::min(left.last, syntax_.line(left.first).last)};
        readings.push_back(read_sentence(syntax_, part, speakers_, headline));
        left.first = part.last;
      }
      if (sentences[next_].span.end > line.end) break;  // it goes on in the next line
    }
    if (readings.empty()) return;
    const auto quotes = find_quotes(analysis_.document.text, line);
    attribute_quotes(syntax_, analysis_.document.text, readings, quotes, speakers_, before_);
    for (const auto& reading : readings) writer_.write(reading, quotes, block, out_);
  }

  const mentions::Analysis& analysis_;
  const Syntax& syntax_;
  SpeakerFinder speakers_;
  Writer writer_;
  std::size_t next_ = 0;
  Attribution before_;
  std::vector<Proposition> out_;
};

}  // namespace

std::vector<Proposition> find_propositions(const mentions::Analysis& analysis) {
  const Span dateline = analysis.document.dateline ? analysis.document.dateline->span : Span{};
  const Syntax syntax(analysis.parse, analysis.document.text, dateline);
  return BlockReader(analysis, syntax).read();
}

}  // namespace rashomon::claims

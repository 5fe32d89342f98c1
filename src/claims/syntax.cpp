#include "claims/syntax.hpp"

#include <algorithm>

namespace rashomon::claims {

using Index = std::uint32_t;

namespace {
constexpr Index kNone = 0xFFFFFFFF;
constexpr Index kReach = 64;  // steps up a tree within which language hangs together; keeps odd trees cheap
}  // namespace

Syntax::Syntax(const language::Parse& parse) : Syntax(parse, {0, static_cast<Index>(parse.tokens.size())}) {}

Syntax::Syntax(const language::Parse& parse, TokenRange range) : parse_(&parse), range_(range) { index(); }

namespace {
// "…, according to the U.N. Chad, which …": the full stop of the abbreviation ends the sentence as well.
bool ends_in_abbreviation(const language::Parse& parse, std::string_view text, Index i) {
  const std::string_view word = slice(text, parse.tokens[i].span);
  if (word.size() < 4 || word.back() != '.' || word[1] != '.' || i + 2 >= parse.tokens.size() || i < 2) return false;
  const auto& next = parse.tokens[i + 1];
  const auto& after = parse.tokens[i + 2];
  const bool named =
      next.pos == "PROPN" && next.entity_begin && is_one_of(next.entity, {"GPE", "PERSON", "NORP", "ORG"});
  const bool begins = (after.lemma == "," && i + 3 < parse.tokens.size() &&
                       is_one_of(parse.tokens[i + 3].tag, {"WDT", "WP", "WP$", "WRB"})) ||
                      is_one_of(after.tag, {"VBD", "VBZ", "VBP", "MD"});
  return named && begins && is_one_of(parse.tokens[i - 1].lemma, {"the", "to", "by", "in"});
}
}  // namespace

Syntax::Syntax(const language::Parse& parse, std::string_view text, Span dateline)
    : parse_(&parse), range_{0, static_cast<Index>(parse.tokens.size())}, hidden_(dateline) {
  Index first = 0;
  for (Index i = 0; i < range_.last; ++i) {
    const bool feeds =
        parse.tokens[i].pos == "SPACE" && slice(text, parse.tokens[i].span).find('\n') != std::string_view::npos;
    const bool ends = i + 1 == range_.last || feeds || ends_in_abbreviation(parse, text, i);
    if (!ends) continue;
    lines_.resize(i + 1, TokenRange{first, i + 1});
    first = i + 1;
  }
  index();
}

void Syntax::index() {
  const TokenRange range = range_;
  const language::Parse& parse = *parse_;
  const Index size = range.empty() ? 0 : range.last - range.first;
  starts_.assign(size + 1, 0);
  const auto parent = [&](Index i) { return parse.tokens[i].head; };
  const auto counts = [&](Index i) {
    return parent(i) != i && range.contains(parent(i)) && !is_hidden(i) && !is_hidden(parent(i)) &&
           same_line(i, parent(i));
  };
  for (Index i = range.first; i < range.last; ++i)
    if (counts(i)) ++starts_[parent(i) - range.first + 1];
  for (Index k = 0; k < size; ++k) starts_[k + 1] += starts_[k];
  children_.resize(starts_[size]);
  std::vector<Index> next(starts_.begin(), starts_.end() - 1);
  for (Index i = range.first; i < range.last; ++i)
    if (counts(i)) children_[next[parent(i) - range.first]++] = i;
  subjects_.assign(size, kNone);
  for (Index i = range.first; i < range.last; ++i) {
    if (!counts(i) || !is_one_of(parse.tokens[i].dep, {"nsubj", "nsubjpass", "csubj", "csubjpass"})) continue;
    // Of several the last before the predicate: "…, the state agency Anara said".
    Index& subject = subjects_[parent(i) - range.first];
    if (subject == kNone || i < parent(i)) subject = i;
  }
}

std::optional<Index> Syntax::subject(Index predicate) const {
  if (!holds(predicate) || subjects_[predicate - range_.first] == kNone) return {};
  return subjects_[predicate - range_.first];
}

std::span<const Index> Syntax::children(Index i) const {
  if (!holds(i)) return {};
  const Index k = i - range_.first;
  return std::span(children_).subspan(starts_[k], starts_[k + 1] - starts_[k]);
}

std::optional<Index> Syntax::child(Index i, std::initializer_list<std::string_view> deps) const {
  for (Index c : children(i))
    if (is_one_of((*this)[c].dep, deps)) return c;
  return {};
}

std::optional<Index> Syntax::head(Index i) const {
  const Index h = (*this)[i].head;
  if (h == i || !holds(h) || is_hidden(h) || !same_line(i, h)) return {};
  return h;
}

bool Syntax::is_under(Index i, Index ancestor) const {
  for (Index steps = range_.first; steps <= range_.last; ++steps) {
    if (i == ancestor) return true;
    const auto up = head(i);
    if (!up) return false;
    i = *up;
  }
  return false;
}

TokenRange Syntax::subtree(Index i) const {
  const auto& token = (*this)[i];
  const TokenRange within = lines_.empty() ? range_ : lines_[i];
  return {std::max(token.left_edge, within.first), std::min(token.right_edge + 1, within.last)};
}

TokenRange Syntax::line(Index i) const { return lines_.empty() ? range_ : lines_[i]; }

bool Syntax::same_line(Index a, Index b) const { return lines_.empty() || lines_[a] == lines_[b]; }

bool is_one_of(std::string_view label, std::initializer_list<std::string_view> labels) {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

bool is_predicate(const Syntax& syntax, Index i) {
  const auto& token = syntax[i];
  if (is_one_of(token.dep, {"aux", "auxpass", "amod", "compound", "case", "prep", "mark", "punct"})) return false;
  return token.pos == "VERB" || token.pos == "AUX";
}

bool is_finite(const Syntax& syntax, Index predicate) {
  const std::string_view tag = syntax[predicate].tag;
  if (is_one_of(tag, {"VBD", "VBZ", "VBP", "MD"})) return true;
  bool to = false, finite = false;
  for (Index c : syntax.children(predicate)) {
    if (!is_one_of(syntax[c].dep, {"aux", "auxpass"})) continue;
    to = to || syntax[c].tag == "TO";
    finite = finite || is_one_of(syntax[c].tag, {"VBD", "VBZ", "VBP", "MD"});
  }
  return finite && !to;
}

bool is_passive(const Syntax& syntax, Index predicate) {
  const auto& token = syntax[predicate];
  if (const auto aux = syntax.child(predicate, {"auxpass"}))
    return *aux + 4 >= predicate;  // farther off it is another's
  if (token.tag == "VBN" && syntax.child(predicate, {"nsubjpass", "csubjpass"})) return true;
  if (token.tag != "VBN") return false;  // "said by telephone" has an agent of its own kind
  if (syntax.child(predicate, {"agent"})) return true;
  if (syntax.child(predicate, {"aux", "nsubj"})) return false;
  if (is_one_of(token.dep, {"acl", "advcl"})) return !syntax.child(predicate, {"dobj"});
  if (token.dep != "conj") return false;
  const Index first = first_conjunct(syntax, predicate);
  return first != predicate && syntax[first].tag == "VBN" && is_passive(syntax, first);
}

namespace {
bool is_negative_word(std::string_view lemma) {
  return is_one_of(lemma, {"no", "none", "nobody", "nothing", "neither", "nowhere", "never", "not", "nor"});
}

bool is_negative_phrase(const Syntax& syntax, Index noun) {
  const auto& token = syntax[noun];
  if (is_one_of(token.lemma, {"none", "nobody", "nothing", "neither"})) return true;
  for (Index c : syntax.children(noun)) {
    if (is_one_of(syntax[c].dep, {"det", "neg", "preconj", "predet", "nummod", "advmod"}) &&
        is_negative_word(syntax[c].lemma))
      return true;
    if (syntax[c].dep == "nummod" && syntax.child(c, {"neg"})) return true;  // "not one gun"
  }
  return false;
}
}  // namespace

bool is_negated(const Syntax& syntax, Index predicate) {
  for (Index c : syntax.children(predicate)) {
    const auto& token = syntax[c];
    if (token.dep == "neg") return true;
    if (is_one_of(token.dep, {"advmod", "cc", "preconj"}) && is_negative_word(token.lemma)) return true;
    if (is_one_of(token.dep, {"nsubj", "nsubjpass", "dobj", "attr", "agent"}) && is_negative_phrase(syntax, c))
      return true;
  }
  const auto up = syntax.head(predicate);
  if (!up) return false;
  if (syntax[predicate].dep == "pcomp") return is_one_of(syntax[*up].lemma, {"without"});
  if (syntax[predicate].dep == "xcomp")
    return is_one_of(syntax[*up].lemma, {"fail", "refuse", "decline"}) || syntax.child(*up, {"neg"}).has_value();
  return false;
}

bool is_question(const Syntax& syntax, Index predicate) {
  const auto subject = own_subject(syntax, predicate);
  if (!subject || *subject >= predicate)
    return subject && syntax[predicate].pos == "AUX" && syntax.subtree(predicate).first == predicate;
  for (Index c : syntax.children(predicate)) {
    if (c >= *subject) return false;
    if (is_one_of(syntax[c].dep, {"aux", "auxpass"})) return syntax[c].tag != "TO";
  }
  return false;
}

std::optional<Index> own_subject(const Syntax& syntax, Index predicate) { return syntax.subject(predicate); }

Index first_conjunct(const Syntax& syntax, Index i) {
  for (Index steps = 0; steps < kReach; ++steps) {
    const auto up = syntax.head(i);
    if (!up || syntax[i].dep != "conj") return i;
    i = *up;
  }
  return i;
}

std::vector<Index> conjuncts_of(const Syntax& syntax, Index i) {
  std::vector<Index> out{first_conjunct(syntax, i)};
  for (std::size_t k = 0; k < out.size(); ++k)
    for (Index c : syntax.children(out[k]))
      if (syntax[c].dep == "conj" && c != out.front()) out.push_back(c);  // heads in a ring end here
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<Index> conjunction_before(const Syntax& syntax, Index conjunct) {
  const auto up = syntax.head(conjunct);
  if (!up) return {};
  const auto siblings = syntax.children(*up);
  const auto at = std::lower_bound(siblings.begin(), siblings.end(), conjunct);
  for (auto it = at; it != siblings.begin() && at - it < 4;) {
    const Index c = *--it;
    if (c < *up) return {};
    if (syntax[c].dep == "cc") return c;
  }
  return {};
}

std::optional<Index> antecedent_of(const Syntax& syntax, Index predicate) {
  const Index first = first_conjunct(syntax, predicate);
  if (is_one_of(syntax[first].dep, {"relcl", "acl"})) return syntax.head(first);
  return {};
}

namespace {
bool is_relative_pronoun(const language::Token& token) {
  return is_one_of(token.tag, {"WDT", "WP", "WP$"}) ||
         (token.lemma == "that" && is_one_of(token.tag, {"WDT", "IN", "DT"}));
}

// Who does the "to" clause below a governing verb: its object, else its subject.
std::optional<Index> controller(const Syntax& syntax, Index governor) {
  if (!is_one_of(syntax[governor].lemma, {"promise", "threaten", "vow"}))
    if (const auto object = syntax.child(governor, {"dobj", "dative"}); object && syntax[*object].dep == "dobj")
      return object;
  return {};
}

// The clause whose subject this predicate shares.
std::optional<Index> sharing(const Syntax& syntax, Index predicate) {
  const auto up = syntax.head(predicate);
  if (!up) return {};
  if (is_one_of(syntax[predicate].dep, {"conj", "xcomp", "advcl", "parataxis", "dep"})) return up;
  if (syntax[predicate].dep == "ccomp" && !is_finite(syntax, predicate)) return up;
  if (syntax[predicate].dep == "pcomp") return syntax.head(*up);
  return {};
}
}  // namespace

std::optional<Index> subject_of(const Syntax& syntax, Index predicate) {
  for (Index steps = 0; steps < kReach; ++steps) {
    if (const auto own = own_subject(syntax, predicate)) {
      if (!is_relative_pronoun(syntax[*own])) return own;
      const auto noun = antecedent_of(syntax, predicate);
      return noun ? noun : own;
    }
    if (is_one_of(syntax[predicate].dep, {"acl", "relcl"})) return syntax.head(predicate);
    const auto next = sharing(syntax, predicate);
    if (!next) return {};
    if (is_one_of(syntax[predicate].dep, {"xcomp", "ccomp"}))
      if (const auto object = controller(syntax, *next)) return object;
    predicate = *next;
  }
  return {};
}

std::vector<Index> agents_of(const Syntax& syntax, Index predicate) {
  std::vector<Index> out;
  const bool passive = is_passive(syntax, predicate);
  for (Index c : syntax.children(predicate)) {
    const bool by = syntax[c].dep == "agent" || (passive && syntax[c].dep == "prep" && syntax[c].lemma == "by");
    if (!by) continue;
    for (Index n : syntax.children(c))
      if (syntax[n].dep == "pobj")
        for (Index member : conjuncts_of(syntax, n)) out.push_back(member);
  }
  return out;
}

std::vector<Index> objects_of(const Syntax& syntax, Index predicate) {
  std::vector<Index> out;
  for (Index c : syntax.children(predicate))
    if (syntax[c].dep == "dobj") {
      const auto noun = is_relative_pronoun(syntax[c]) ? antecedent_of(syntax, predicate) : std::optional(c);
      for (Index member : conjuncts_of(syntax, noun.value_or(c))) out.push_back(member);
    }
  if (!out.empty() || is_passive(syntax, predicate) || syntax[predicate].dep != "relcl") return out;
  const auto subject = own_subject(syntax, predicate);
  if (const auto noun = syntax.head(predicate); noun && subject && !is_relative_pronoun(syntax[*subject]))
    out.push_back(*noun);
  return out;
}

TokenRange noun_phrase(const Syntax& syntax, Index noun) {
  TokenRange out{noun, noun + 1};
  for (Index c : syntax.children(noun)) {
    const auto& token = syntax[c];
    const bool before = c < noun && is_one_of(token.dep, {"det", "amod", "compound", "nummod", "poss", "nmod",
                                                          "quantmod", "predet", "advmod", "neg", "preconj"});
    const bool after = c > noun && (token.dep == "case" || (token.dep == "prep" && token.lemma == "of"));
    if (before) out.first = std::min(out.first, syntax.subtree(c).first);
    if (after) out.last = std::max(out.last, syntax.subtree(c).last);
  }
  return out;
}

Span bytes_of(const language::Parse& parse, TokenRange range) {
  if (range.empty() || range.last > parse.tokens.size()) return {};
  return {parse.tokens[range.first].span.begin, parse.tokens[range.last - 1].span.end};
}

}  // namespace rashomon::claims

#include "language/attribute_ruler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/string_table.hpp"

namespace rashomon::language {
namespace {

constexpr std::size_t kTags = 64;
constexpr std::uint32_t kDeps = 128;

// The rule that set a value last; rules are applied in order of number, then of place.
struct Setter {
  std::uint32_t tag = 0, pos = 0, morph = 0, lemma = 0, dep = 0;
};

void set(std::uint32_t value, std::uint32_t rule, std::uint32_t& out, std::uint32_t& setter) {
  if (value == kAny || rule < setter) return;
  out = value;
  setter = rule;
}

void set_all(const AttributeRule& rule, std::uint32_t number, RulerValues& out, Setter& by) {
  set(rule.tag, number, out.tag, by.tag);
  set(rule.pos, number, out.pos, by.pos);
  set(rule.morph, number, out.morph, by.morph);
  set(rule.lemma, number, out.lemma, by.lemma);
  set(rule.dep, number, out.dep, by.dep);
}

}  // namespace

Result<AttributeRuler> AttributeRuler::read(const ModelFile& model) {
  AttributeRuler ruler;
  auto values = read_strings(model, "ruler.values");
  if (!values) return tl::unexpected(values.error());
  const auto words = read_strings(model, "ruler.words");
  if (!words) return tl::unexpected(words.error());
  const auto lists = model.array<std::uint32_t>("ruler.word_lists");
  if (!lists) return tl::unexpected(lists.error());
  const auto rules = model.array<AttributeRule>("ruler.rules");
  if (!rules) return tl::unexpected(rules.error());
  ruler.values_ = std::move(*values);
  ruler.word_lists_ = *lists;
  ruler.rules_ = *rules;
  for (std::uint32_t i = 0; i < words->size(); ++i) ruler.words_.emplace((*words)[i], i + 1);
  const bool good = std::all_of(rules->begin(), rules->end(), [&](const auto& rule) { return ruler.is_sound(rule); }) &&
                    std::all_of(lists->begin(), lists->end(), [&](std::uint32_t w) { return w < words->size(); });
  if (!good) return fail(ErrorCode::damaged_model, fmt::format("{}: has an unsound attribute rule", model.path()));
  ruler.index_rules();
  return ruler;
}

bool AttributeRuler::is_sound(const AttributeRule& rule) const {
  for (const std::uint32_t value : {rule.tag, rule.pos, rule.morph, rule.lemma, rule.dep})
    if (value != kAny && value >= values_.size()) return false;
  for (const TokenTest& test : rule.tests)
    if (test.words_begin > test.words_end || test.words_end > word_lists_.size()) return false;
  return rule.length >= 1 && rule.length <= 2 && rule.target < rule.length;
}

void AttributeRuler::index_rules() {
  by_word_.resize(words_.size() + 1);
  by_tag_.resize(kTags);
  for (std::uint32_t r = 0; r < rules_.size(); ++r) {
    const TokenTest& test = rules_[r].tests[0];
    for (std::uint32_t w = test.words_begin; w < test.words_end; ++w) by_word_[word_lists_[w] + 1].push_back(r);
    for (std::size_t t = 0; t < kTags && test.words_begin == test.words_end; ++t)
      if ((test.tags >> t & 1) != 0) by_tag_[t].push_back(r);
  }
}

std::uint32_t AttributeRuler::word_number(std::string_view lower) const {
  const auto found = words_.find(lower);
  return found == words_.end() ? 0 : found->second;
}

bool AttributeRuler::passes(const TokenTest& test, const RulerToken& token) const {
  if ((test.tags >> token.tag % kTags & 1) == 0) return false;
  if (token.dep >= kDeps || (test.deps[token.dep / 64] >> token.dep % 64 & 1) == 0) return false;
  if (test.space != kAny && test.space != (token.space ? 1U : 0U)) return false;
  if (test.words_begin == test.words_end) return true;
  const auto words = word_lists_.subspan(test.words_begin, test.words_end - test.words_begin);
  return std::any_of(words.begin(), words.end(), [&](std::uint32_t w) { return w + 1 == token.word; });
}

std::vector<RulerValues> AttributeRuler::apply(std::span<const RulerToken> tokens) const {
  std::vector<RulerValues> out(tokens.size());
  std::vector<Setter> by(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::vector<std::uint32_t>* const lists[] = {&by_tag_[tokens[i].tag % kTags], &by_word_[tokens[i].word]};
    for (const auto* list : lists)
      for (const std::uint32_t r : *list) {
        const AttributeRule& rule = rules_[r];
        if (!passes(rule.tests[0], tokens[i])) continue;
        if (rule.length == 2 && (i + 1 == tokens.size() || !passes(rule.tests[1], tokens[i + 1]))) continue;
        set_all(rule, r + 1, out[i + rule.target], by[i + rule.target]);
      }
  }
  return out;
}

}  // namespace rashomon::language

#include "language/vocabulary.hpp"

#include "language/unicode.hpp"

namespace rashomon::language {
TypeKey Vocabulary::type_of(std::string_view form, std::uint64_t norm) {
  const auto [type, is_new] = interner_.intern(form, norm);
  if (is_new) types_.push_back(describe(interner_.string(type), norm));
  return type;
}

WordType Vocabulary::describe(std::string_view form, std::uint64_t norm) {
  const std::string lower = lower_case(form);
  const Lexeme lexeme = lexicon_.lexeme(form, lower);
  WordType type;
  type.form = form;
  type.lower = lower == form ? form : lower_cases_.keep(lower);
  type.features = {norm != 0 ? norm : lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape, 0,
                   lexeme.space ? 1U : 0U};
  type.rule_word = ruler_.word_number(lower);
  return type;
}

std::string_view Vocabulary::lemma(TypeKey type, std::uint32_t pos, std::uint32_t morph) {
  WordType& word = types_[type];
  for (std::uint32_t i = word.first_lemma; i != kAny; i = lemmas_[i].next)
    if (lemmas_[i].pos == pos && lemmas_[i].morph == morph) return lemmas_[i].lemma;
  const auto value = [&](std::uint32_t index) { return index == kAny ? std::string_view{} : ruler_.values()[index]; };
  const auto lemma = pool_.keep(lemmatizer_.lemma(word.form, word.lower, value(pos), value(morph)));
  lemmas_.push_back({pos, morph, lemma, word.first_lemma});
  word.first_lemma = static_cast<std::uint32_t>(lemmas_.size() - 1);
  return lemma;
}

void Vocabulary::forget() {
  types_.clear();
  lemmas_.clear();
  interner_.forget();
  lower_cases_.drop_all();
}

}  // namespace rashomon::language

#include "language/vocabulary.hpp"

#include <algorithm>
#include <cstring>

#include "core/hash.hpp"
#include "language/unicode.hpp"

namespace rashomon::language {
namespace {

constexpr std::size_t kArenaBlock = 64 << 10;
constexpr std::size_t kFirstTable = 4096;

}  // namespace

std::string_view StringArena::keep(std::string_view string) {
  if (string.size() > left_) {
    left_ = std::max(kArenaBlock, string.size());
    next_ = blocks_.emplace_back(new char[left_]).get();
  }
  char* const at = next_;
  std::memcpy(at, string.data(), string.size());
  next_ += string.size();
  left_ -= string.size();
  return {at, string.size()};
}

void StringArena::drop_all() {
  blocks_.clear();
  left_ = 0;
}

TypeKey Vocabulary::type_of(std::string_view form, std::uint64_t norm) {
  if (2 * (types_.size() + 1) > table_.size()) grow();
  const std::uint64_t hash = checksum64(form) + norm;
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const std::uint32_t type = table_[at];
    if (type == kAny) {
      const TypeKey added = add(form, norm, hash);
      table_[at] = added;
      return added;
    }
    if (types_[type].hash == hash && types_[type].form == form) return type;
  }
}

TypeKey Vocabulary::add(std::string_view form, std::uint64_t norm, std::uint64_t hash) {
  const std::string lower = lower_case(form);
  const Lexeme lexeme = lexicon_.lexeme(form, lower);
  WordType type;
  type.form = strings_.keep(form);
  type.lower = lower == form ? type.form : strings_.keep(lower);
  type.features = {norm != 0 ? norm : lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape, 0,
                   lexeme.space ? 1U : 0U};
  type.rule_word = ruler_.word_number(lower);
  type.hash = hash;
  types_.push_back(type);
  return static_cast<TypeKey>(types_.size() - 1);
}

void Vocabulary::grow() {
  table_.assign(std::max(kFirstTable, 2 * table_.size()), kAny);
  const std::size_t mask = table_.size() - 1;
  for (std::uint32_t type = 0; type < types_.size(); ++type) {
    std::size_t at = types_[type].hash & mask;
    while (table_[at] != kAny) at = (at + 1) & mask;
    table_[at] = type;
  }
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
  strings_.drop_all();
  std::fill(table_.begin(), table_.end(), kAny);
}

}  // namespace rashomon::language

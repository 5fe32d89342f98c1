#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/attribute_ruler.hpp"
#include "language/interner.hpp"
#include "language/lemmatizer.hpp"
#include "language/lexeme.hpp"
#include "language/string_pool.hpp"
#include "language/tok2vec.hpp"

namespace rashomon::language {

/// A word form with a norm, and what follows from these two alone.
struct WordType {
  std::string_view form;
  std::string_view lower;
  FeatureRow features{};             ///< SPACY is 0: it is the token's
  std::uint32_t rule_word = 0;       ///< AttributeRuler::word_number() of `lower`
  std::uint32_t first_lemma = kAny;  ///< of those that the form has had so far
};

/// The word types one thread has met, numbered from 0. Not thread-safe: one a thread.
class Vocabulary {
 public:
  /// All must outlive the vocabulary.
  Vocabulary(const Lexicon& lexicon, const AttributeRuler& ruler, const Lemmatizer& lemmatizer, StringPool& pool)
      : lexicon_(lexicon), ruler_(ruler), lemmatizer_(lemmatizer), pool_(pool) {}

  /// The number of the type of `form` (not empty), made if it is new; `norm` as in Word. Cost O(bytes) once met.
  [[nodiscard]] TypeKey type_of(std::string_view form, std::uint64_t norm);
  [[nodiscard]] const WordType& operator[](TypeKey type) const { return types_[type]; }
  [[nodiscard]] std::size_t size() const { return types_.size(); }

  /// The lemma of a type as that part of speech with those features (indices into AttributeRuler::values(), kAny for
  /// none); lives as long as the pool.
  [[nodiscard]] std::string_view lemma(TypeKey type, std::uint32_t pos, std::uint32_t morph);

  /// Drops all types; their numbers are given anew.
  void forget();

 private:
  struct LemmaOf {
    std::uint32_t pos;
    std::uint32_t morph;
    std::string_view lemma;
    std::uint32_t next;
  };
  [[nodiscard]] WordType describe(std::string_view form, std::uint64_t norm);

  const Lexicon& lexicon_;
  const AttributeRuler& ruler_;
  const Lemmatizer& lemmatizer_;
  StringPool& pool_;
  Interner interner_;
  StringArena lower_cases_;
  std::vector<WordType> types_;
  std::vector<LemmaOf> lemmas_;
};

}  // namespace rashomon::language

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/model_file.hpp"
#include "core/result.hpp"

namespace rashomon::language {

/// What the pipeline knows of a word form wherever it stands: string ids, and whether it is white space.
struct Lexeme {
  std::uint64_t norm = 0;    ///< of the normal form ("colour" → "color", "Foo" → "foo")
  std::uint64_t prefix = 0;  ///< of the first code point
  std::uint64_t suffix = 0;  ///< of the last three code points
  std::uint64_t shape = 0;   ///< of word_shape()
  bool space = false;        ///< all code points are white space
};

/// "Xxxx", "dd/d", "XX": letters by case, digits, other code points as they are; runs are cut after four; "LONG" for
/// 100 code points and more.
[[nodiscard]] std::string word_shape(std::string_view word);

/// The table of normal forms of a model.
class Lexicon {
 public:
  /// Errors: damaged_model.
  [[nodiscard]] static Result<Lexicon> read(const ModelFile& model);
  /// `word` is not empty; `lower` is its lower case. Cost O(bytes).
  [[nodiscard]] Lexeme lexeme(std::string_view word, std::string_view lower) const;

 private:
  std::span<const std::uint64_t> words_;  // ids, ascending
  std::span<const std::uint64_t> norms_;  // id of each one's normal form
};

}  // namespace rashomon::language

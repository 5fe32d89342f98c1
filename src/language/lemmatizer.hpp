#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model_file.hpp"
#include "core/result.hpp"
#include "language/layout.hpp"

namespace rashomon::language {

/// Lemmas by suffix rules that must give a listed word, with listed exceptions.
///
/// Reference: spaCy 3.8.8 rule lemmatizer (English); WordNet morphy.
class Lemmatizer {
 public:
  /// Errors: damaged_model.
  [[nodiscard]] static Result<Lemmatizer> read(const ModelFile& model);

  /// The lemma of `word` (`lower` in lower case) with part of speech `pos` ("NOUN") and features `morph`
  /// ("Number=Plur"). Cost about 10 table look-ups; thread-safe.
  [[nodiscard]] std::string lemma(std::string_view word, std::string_view lower, std::string_view pos,
                                  std::string_view morph) const;

 private:
  struct Table {
    std::vector<std::string_view> rules;  // ending, what stands for it, ending …
    std::span<const std::uint64_t> exceptions;
    std::span<const std::uint32_t> ends;
    std::vector<std::string_view> lemmas;
    std::span<const std::uint64_t> index;
    [[nodiscard]] std::span<const std::string_view> exceptions_of(std::string_view lower) const;
  };
  [[nodiscard]] static Result<Table> read_table(const ModelFile& model, std::string_view pos);
  [[nodiscard]] static std::string by_table(const Table& table, std::string_view word, std::string_view lower);
  std::array<Table, std::size(kLemmaClasses)> tables_;
};

}  // namespace rashomon::language

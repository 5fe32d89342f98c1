#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/model_file.hpp"
#include "core/result.hpp"
#include "core/span.hpp"
#include "language/interner.hpp"
#include "language/pattern.hpp"
#include "language/special_cases.hpp"

namespace rashomon::language {

/// A token before any network has read it.
struct Word {
  Span span;                 ///< bytes of the text
  std::uint64_t norm = 0;    ///< string id of the normal form a special case gives it; 0 if none does
  bool space_after = false;  ///< one U+0020 follows it and belongs to no token
  std::uint32_t part = 0;    ///< SequenceFinder::part_number()
};

/// How chunks met before were cut, for one thread. A chunk's cut depends on its bytes alone. Emptied when full.
class ChunkMemory {
 public:
  /// Appends the words of a chunk at byte `begin`; false if it has not been met.
  [[nodiscard]] bool append(std::string_view chunk, std::uint32_t begin, std::vector<Word>& out);
  /// Remembers `words`, those of the chunk for which append() was called last.
  void keep(std::uint32_t begin, std::span<const Word> words);

 private:
  Interner chunks_;
  std::vector<std::uint32_t> ends_;  // of each chunk's words
  std::vector<Word> words_;          // as if the chunk were the whole text
};

/// Cuts English text into tokens without losing a byte: special cases first, then prefixes and suffixes are taken off a
/// chunk between white space, then URLs are kept whole, then infixes cut.
///
/// Reference: spaCy 3.8 Tokenizer and its English rules, with limits that keep time linear: a chunk longer than 2,048
/// bytes is no URL.
class Tokenizer {
 public:
  /// Errors: damaged_model.
  [[nodiscard]] static Result<Tokenizer> read(const ModelFile& model);

  /// Appends the tokens of `unit`, a part of `text` (valid UTF-8) that is read as a text of its own. Tokens and the
  /// single spaces after them cover the unit. Cost O(bytes); thread-safe with a memory a thread.
  void tokenize(std::string_view text, Span unit, ChunkMemory& memory, std::vector<Word>& out) const;

 private:
  enum class Use { special_cases, rules_only };
  template <class Cut>
  void cut_chunks(std::string_view text, Span unit, std::vector<Word>& out, Cut cut) const;
  void cut_chunk(std::string_view text, Span chunk, Use use, std::vector<Word>& out) const;
  void cut_affixes(std::string_view text, Span chunk, Use use, std::vector<Word>& out) const;
  void cut_middle(std::string_view text, Span middle, Use use, std::vector<Word>& out) const;
  bool add_special(std::string_view text, Span chunk, std::vector<Word>& out) const;
  void cut_special_sequences(std::string_view text, std::size_t first, std::vector<Word>& out) const;
  [[nodiscard]] bool has_affix(std::string_view string) const;
  [[nodiscard]] std::uint32_t prefix_size(std::string_view string) const;
  [[nodiscard]] std::uint32_t suffix_size(std::string_view string) const;
  void learn_sequences();

  SpecialCases specials_;
  SequenceFinder sequences_;
  Pattern prefix_;
  Pattern suffix_;
  Pattern infix_;
  Pattern url_;
};

}  // namespace rashomon::language

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/model_file.hpp"
#include "core/result.hpp"
#include "language/parse.hpp"

namespace rashomon::language {

/// How an engine uses memory and the CPU. Nothing here changes a result.
struct EngineOptions {
  std::size_t word_types = 6'144;     ///< remembered by each thread, 7.7 kB each; at least 512
  std::size_t unit_bytes = 12 << 20;  ///< of units and their parses, remembered by all threads together
  std::string kernels;                ///< "portable", "avx2", "avx512"; empty for the fastest of this CPU
  /// Bytes that the process is to stay within on ordinary news while `threads` threads parse; the two sizes above are
  /// lowered to fit, to 512 word types and no units at the least (80 MB for one thread). A long unit may take more.
  std::size_t memory = 256 << 20;
  unsigned threads = 1;
};

/// Threads that stay within `memory` bytes on ordinary news; at least one.
[[nodiscard]] unsigned threads_within(std::size_t memory);

/// The English pipeline: tokenizer, tok2vec, tagger, parser, attribute rules, lemmatizer, entities.
///
/// Decisions equal those of spaCy >= 3.8.8 with en_core_web_sm 3.8.0. One engine is shared by all threads; parse() is
/// const and thread-safe.
class Engine {
 public:
  /// Maps `english.model` of `directory` (default: data_directory()).
  /// Errors: missing_model, damaged_model; usage if the CPU has not the kernels asked for.
  [[nodiscard]] static Result<Engine> open(const std::string& directory = data_directory(),
                                           const EngineOptions& options = {});
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Parses each unit of `text` (disjoint, ascending byte spans; valid UTF-8) as a text of its own, as spaCy's
  /// `nlp(unit)`; offsets in the result are offsets into `text`. Bytes outside the units get no tokens. A unit met
  /// before is not read again. Cost about 8 µs a token on one AVX-512 core; memory 130 bytes a token of the result, and
  /// 0.7 kB a token of the longest unit.
  [[nodiscard]] Parse parse(std::string_view text, std::span<const Span> units) const;

  /// As parse(), but hands out the parse of each unit as soon as it is made: offsets are offsets into `text`, tokens
  /// and sentences are counted from the unit's first. Ends early when `take` returns false. Memory grows with the
  /// longest unit only.
  void parse_each(std::string_view text, std::span<const Span> units,
                  const std::function<bool(const Parse&)>& take) const;

  /// Units that were read by the networks so far, by all threads; those met before are not among them.
  [[nodiscard]] std::uint64_t units_read() const;

  [[nodiscard]] const ModelInfo& info() const;

 private:
  struct Impl;
  explicit Engine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Compiles the unpacked package en_core_web_sm-3.8.0 (folder with config.cfg) into `out` (english.model).
/// Errors: missing_model, malformed_input naming the file.
[[nodiscard]] Result<ModelInfo> build_model(const std::string& package, const std::string& out);

}  // namespace rashomon::language

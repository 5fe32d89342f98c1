#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/model_file.hpp"
#include "core/result.hpp"
#include "language/parse.hpp"

namespace rashomon::language {

/// The English pipeline: tokenizer, tok2vec, tagger, parser, attribute rules, lemmatizer, entities.
///
/// Decisions equal those of spaCy >= 3.8.8 with en_core_web_sm 3.8.0. One engine is shared by all threads; parse() is
/// const and thread-safe.
class Engine {
 public:
  /// Maps `english.model` of `directory` (default: data_directory()).
  /// Errors: missing_model, damaged_model.
  [[nodiscard]] static Result<Engine> open(const std::string& directory = data_directory());
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Parses each unit of `text` (disjoint, ascending byte spans; valid UTF-8) as a text of its own, as spaCy's
  /// `nlp(unit)`; offsets in the result are offsets into `text`. Bytes outside the units get no tokens.
  [[nodiscard]] Parse parse(std::string_view text, std::span<const Span> units) const;

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

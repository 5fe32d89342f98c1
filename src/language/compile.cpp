#include <fmt/format.h>

#include "core/mapped_file.hpp"
#include "language/compile_moves.hpp"
#include "language/compile_net.hpp"
#include "language/compile_tables.hpp"
#include "language/engine.hpp"
#include "language/layout.hpp"

namespace rashomon::language {
namespace {

constexpr char kOrigin[] = "en_core_web_sm 3.8.0 (spaCy, Explosion)";
constexpr char kLicence[] = "MIT; (c) ExplosionAI GmbH; lemma tables WordNet 3.0 licence, (c) Princeton University";

}  // namespace

Result<ModelInfo> build_model(const std::string& package, const std::string& out) {
  if (const auto config = MappedFile::open(package + "/config.cfg"); !config)
    return fail(ErrorCode::missing_model, fmt::format("{}: is no unpacked package en_core_web_sm-3.8.0", package));
  auto sections = compile_networks(package);
  if (!sections) return tl::unexpected(sections.error());
  const auto tags = read_tagger_labels(package + "/tagger/cfg");
  if (!tags) return tl::unexpected(tags.error());
  const auto moves = read_moves(package + "/parser/moves");
  if (!moves) return tl::unexpected(moves.error());
  auto done = compile_tokenizer(package, *sections);
  if (done) done = compile_norms(package, *sections);
  if (done) done = compile_attribute_rules(package, *tags, moves->labels, *sections);
  if (done) done = compile_lemmas(package, *sections);
  if (!done) return tl::unexpected(done.error());
  return write_model_file(out, {kModelKind, kModelVersion, kOrigin, kLicence, {}}, *sections);
}

}  // namespace rashomon::language

#include "app/pipeline.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/manifest.hpp"
#include "app/pool.hpp"
#include "app/record_run.hpp"
#include "app/units.hpp"
#include "claims/proposition.hpp"
#include "mentions/extract.hpp"

namespace rashomon::app {
namespace {

constexpr std::size_t kLaterRooms = 42 << 20;  // bytes of the gazetteer and what is read from it

// A language that ingest told apart and that the rooms after language do not know.
bool is_foreign(const ingest::Document& document) { return !document.language.empty() && document.language != "en"; }

// Figures of people and things; money, lengths and ages are coded by nobody.
void code_figures(mentions::Mentions& found, const mentions::Profile& profile) {
  for (mentions::Quantity& q : found.quantities) {
    if (q.measure >= mentions::Measure::other) continue;
    const mentions::CodedRange range = profile.code(q);
    q.coded = mentions::Coded{profile.name(), range.low, range.best, range.high};
  }
}

}  // namespace

std::size_t memory_of_language(const PipelineOptions& options) {
  const std::size_t later = options.until == store::Until::language ? 0 : kLaterRooms;
  return options.engine.memory - std::min(options.engine.memory, later);
}

Result<Models> open_models(const std::string& directory, const PipelineOptions& options) {
  const bool language_alone = options.until == store::Until::language;
  language::EngineOptions asked = options.engine;
  asked.threads = options.threads;
  asked.memory = memory_of_language(options);
  auto engine = language::Engine::open(directory, asked);
  if (!engine) return tl::unexpected(engine.error());
  Models models{std::move(*engine), {}, {}};
  if (language_alone) return models;
  auto gazetteer = mentions::Gazetteer::open(directory);
  if (!gazetteer) return tl::unexpected(gazetteer.error());
  models.gazetteer = std::move(*gazetteer);
  if (!options.gazetteer.empty())
    if (const auto added = models.gazetteer->add_table(options.gazetteer); !added) return tl::unexpected(added.error());
  if (!options.actors.empty()) {
    auto actors = mentions::ActorLexicon::with_table(options.actors);
    if (!actors) return tl::unexpected(actors.error());
    models.own_actors = std::move(*actors);
  }
  return models;
}

std::vector<Error> Models::broken_rows() const {
  std::vector<Error> out;
  if (gazetteer) out = gazetteer->broken_rows();
  if (own_actors) out.insert(out.end(), own_actors->broken_rows().begin(), own_actors->broken_rows().end());
  return out;
}

std::size_t bytes_under_way(const ingest::Item& item) { return item.document ? item.document->text.size() : 0; }

Result<Reading> read_document(ingest::Document&& document, const Models& models, const PipelineOptions& options) {
  if (options.until != store::Until::language && document.text.size() > kLongestText)
    return fail(
        ErrorCode::limit_exceeded,
        fmt::format("{}: has {} bytes of text, and claims are read from at most {}; split it into its reports",
                    document.path.empty() ? "standard input" : document.path, document.text.size(), kLongestText));
  Reading reading;
  mentions::Analysis& analysis = reading.analysis;
  analysis.document = std::move(document);
  analysis.parse = models.engine.parse(analysis.document.text, units_of(analysis.document));
  if (options.until == store::Until::language) return reading;
  if (!options.ingest.raw && is_foreign(analysis.document)) {
    analysis.document.warnings.push_back("no claims are read: the language is '" + analysis.document.language +
                                         "', and English alone is known");
    return reading;
  }
  analysis.mentions = mentions::extract_mentions(analysis.document, analysis.parse, *models.gazetteer, models.actors());
  if (options.profile) code_figures(analysis.mentions, *options.profile);
  if (options.until == store::Until::mentions) return reading;
  reading.claims = claims::extract_claims(analysis);
  return reading;
}

Result<Added> read_into(store::Record& record, std::vector<std::string> paths, const Models& models,
                        const PipelineOptions& options, const Listener& listener) {
  // Where two inputs compete for an id the first keeps it: sorted, that is the same one for any order of arguments.
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  RecordRun run(record, manifest_of(models, options), options.profile, listener);
  if (auto begun = run.begin(); !begun) return tl::unexpected(begun.error());

  for (const Error& row : models.broken_rows())
    if (!run.take({row.message.substr(0, row.message.find(": ")), tl::unexpected(row)})) return run.derive();

  // The record holds what was said; what a profile makes of it is derived anew by every run.
  PipelineOptions as_said = options;
  as_said.profile = nullptr;
  OrderedPool<ingest::Item, Outcome> pool(
      options.threads,
      [&](ingest::Item&& item) {
        if (!item.document) return Outcome{std::move(item.path), tl::unexpected(item.document.error())};
        return Outcome{std::move(item.path), read_document(std::move(*item.document), models, as_said)};
      },
      [&](Outcome&& outcome) { return run.take(std::move(outcome)); }, bytes_under_way, kMostUnderWay);
  ingest::read_paths(paths, options.ingest, [&](ingest::Item&& item) {
    const bool known = item.document && !run.wants(*item.document);
    return known ? !run.broken() : pool.push(std::move(item));
  });
  pool.finish();
  return run.derive();
}

}  // namespace rashomon::app

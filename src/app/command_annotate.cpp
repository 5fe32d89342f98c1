#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/output.hpp"
#include "app/pool.hpp"
#include "language/conllu.hpp"

namespace rashomon::app {
namespace {

// What a run met: decides its exit code.
struct Tally {
  std::size_t done = 0;
  std::size_t failed = 0;  ///< a folder without reports is none
};

int finish(const Tally& tally, Output& output, Console& console) {
  if (auto written = output.finish(); !written) return fail_with(console, written.error());
  if (tally.failed > 0) return 3;
  if (tally.done > 0) return 0;
  console.error(
      "no document was found; give a file or a folder with .txt, .html or .jsonl reports, or - for standard input");
  return 1;
}

// One line of output, or the error of an input.
using Line = Result<std::string>;

bool take(Line&& line, Tally& tally, Output& output, Console& console) {
  if (!line) {
    if (line.error().code != ErrorCode::no_reports) ++tally.failed;
    console.error(line.error().message);
    return true;
  }
  ++tally.done;
  console.progress(fmt::format("{} documents", tally.done));
  return output.write(*line);
}

std::string conllu_of(const mentions::Analysis& analysis) {
  return fmt::format("# newdoc id = {}\n", analysis.document.id.value) +
         language::to_conllu(analysis.document.text, analysis.parse);
}

}  // namespace

int run_annotate(const Arguments& arguments, Console& console) {
  PipelineOptions options = pipeline_options(arguments);
  const bool conllu = arguments.option("--format") == "conllu";
  if (conllu) options.until = store::Until::language;
  auto models = open_models(models_folder(arguments), options);
  if (!models) return fail_with(console, models.error());
  auto output = Output::open(arguments.option("--output"));
  if (!output) return fail_with(console, output.error());
  Tally tally;
  OrderedPool<ingest::Item, Line> pool(
      options.threads,
      [&](ingest::Item&& item) -> Line {
        if (!item.document) return tl::unexpected(item.document.error());
        const Reading reading = read_document(std::move(*item.document), *models, options);
        if (conllu) return conllu_of(reading.analysis);
        return store::analysis_json(reading.analysis, reading.claims, options.until) + "\n";
      },
      [&](Line&& line) { return take(std::move(line), tally, *output, console); });
  ingest::read_paths(arguments.operands, options.ingest,
                     [&](ingest::Item&& item) { return pool.push(std::move(item)); });
  pool.finish();
  return finish(tally, *output, console);
}

int run_ingest(const Arguments& arguments, Console& console) {
  const PipelineOptions options = pipeline_options(arguments);
  auto output = Output::open(arguments.option("--output"));
  if (!output) return fail_with(console, output.error());
  Tally tally;
  ingest::read_paths(arguments.operands, options.ingest, [&](ingest::Item&& item) {
    return take(item.document.map([](const ingest::Document& d) { return store::document_json(d) + "\n"; }), tally,
                *output, console);
  });
  return finish(tally, *output, console);
}

}  // namespace rashomon::app

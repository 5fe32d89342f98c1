#include <fmt/format.h>

#include <optional>
#include <string>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/output.hpp"
#include "app/pool.hpp"
#include "app/units.hpp"
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

// One line of output, or the document whose line is too long to be held, or the error of an input.
struct Line {
  Result<std::string> text;
  std::optional<ingest::Document> too_long;
};

bool note_error(const Error& error, Tally& tally, Console& console) {
  if (error.code != ErrorCode::no_reports) ++tally.failed;
  console.error(error.message);
  return true;
}

bool take(const Result<std::string>& line, Tally& tally, Output& output, Console& console) {
  if (!line) return note_error(line.error(), tally, console);
  ++tally.done;
  console.progress(fmt::format("{} documents", tally.done));
  return output.write(*line);
}

// A document as far as language, in either format.
class Annotator {
 public:
  Annotator(const Models& models, const PipelineOptions& options, bool conllu)
      : models_(models), options_(options), conllu_(conllu) {}

  [[nodiscard]] Line line_of(ingest::Item&& item) const {
    if (!item.document) return {tl::unexpected(item.document.error()), {}};
    if (options_.until == store::Until::language && item.document->text.size() > kLongText)
      return {{}, std::move(*item.document)};
    const auto reading = read_document(std::move(*item.document), models_, options_);
    if (!reading) return {tl::unexpected(reading.error()), {}};
    if (!conllu_) return {store::analysis_json(reading->analysis, reading->claims, options_.until) + "\n", {}};
    const ingest::Document& document = reading->analysis.document;
    return {head_of(document) + language::to_conllu(document.text, reading->analysis.parse), {}};
  }

  // A long document's line is written while it is parsed: its parse would take thirty times its bytes.
  void write(const ingest::Document& document, Output& output) const {
    conllu_ ? write_conllu(document, output) : write_json(document, output);
  }

 private:
  static constexpr std::size_t kLongText = 1 << 20;  // bytes

  static std::string head_of(const ingest::Document& document) {
    return fmt::format("# newdoc id = {}\n", document.id.value);
  }

  void write_json(const ingest::Document& document, Output& output) const {
    store::LongAnalysis analysis(document, [&](std::string_view piece) { return output.write(piece); });
    models_.engine.parse_each(document.text, units_of(document),
                              [&](const language::Parse& unit) { return analysis.add(unit); });
    analysis.finish();
    output.write("\n");
  }

  void write_conllu(const ingest::Document& document, Output& output) const {
    std::size_t sentence = 1;
    output.write(head_of(document));
    models_.engine.parse_each(document.text, units_of(document), [&](const language::Parse& unit) {
      const bool wanted = output.write(language::to_conllu(document.text, unit, sentence));
      sentence += unit.sentences.size();
      return wanted;
    });
  }

  const Models& models_;
  const PipelineOptions& options_;
  bool conllu_;
};

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
  for (const Error& row : models->broken_rows()) note_error(row, tally, console);
  const Annotator annotator(*models, options, conllu);
  OrderedPool<ingest::Item, Line> pool(
      options.threads, [&](ingest::Item&& item) { return annotator.line_of(std::move(item)); },
      [&](Line&& line) {
        if (line.too_long) annotator.write(*line.too_long, *output);
        return take(line.text, tally, *output, console);
      },
      bytes_under_way, kMostUnderWay);
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

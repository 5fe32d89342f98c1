#include <fmt/format.h>

#include <optional>
#include <string>

#include "app/commands.hpp"
#include "app/document_run.hpp"
#include "app/options.hpp"
#include "app/pool.hpp"
#include "app/units.hpp"
#include "language/conllu.hpp"

namespace rashomon::app {
namespace {

// One line of output, or the document whose line is too long to be held, or the error of an input.
struct Line {
  Result<std::string> text;
  std::optional<ingest::Document> too_long;
};

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
  DocumentRun run(*output, console);
  for (const Error& row : models->broken_rows()) run.fail(row);
  const Annotator annotator(*models, options, conllu);
  OrderedPool<ingest::Item, Line> pool(
      options.threads, [&](ingest::Item&& item) { return annotator.line_of(std::move(item)); },
      [&](Line&& line) {
        if (line.too_long) annotator.write(*line.too_long, *output);
        return run.take(line.text);
      },
      bytes_under_way, kMostUnderWay);
  ingest::read_paths(arguments.operands, options.ingest,
                     [&](ingest::Item&& item) { return pool.push(std::move(item)); });
  pool.finish();
  return run.finish();
}

}  // namespace rashomon::app

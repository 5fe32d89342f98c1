#include "app/commands.hpp"
#include "app/document_run.hpp"
#include "app/document_words.hpp"
#include "app/options.hpp"

namespace rashomon::app {

int run_ingest(const Arguments& arguments, Console& console) {
  PipelineOptions options = pipeline_options(arguments);
  options.ingest.explain = arguments.has("--explain");
  const std::string keep = arguments.option("--keep");
  const bool words = options.ingest.explain && !arguments.has("--json");
  auto output = Output::open(arguments.option("--output"));
  if (!output) return fail_with(console, output.error());
  DocumentRun run(*output, console);
  ingest::read_paths(arguments.operands, options.ingest, [&](ingest::Item&& item) {
    if (!item.document) return run.take(tl::unexpected(item.document.error()));
    ingest::Document& document = *item.document;
    if (words) return run.take(words_of_document(document, keep == "all"));
    if (keep == "report") std::erase_if(document.blocks, [](const auto& block) { return !is_read(block.kind); });
    return run.take(store::document_json(document) + "\n");
  });
  return run.finish();
}

}  // namespace rashomon::app

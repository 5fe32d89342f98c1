#include <malloc.h>

#include "app/commands.hpp"
#include "app/document_run.hpp"
#include "app/document_words.hpp"
#include "app/options.hpp"

namespace rashomon::app {

namespace {

/// Page after page takes and gives back the same some MB: given back to the system each time, they would be paged in
/// anew for each page.
void keep_memory_between_pages() {
#ifdef __GLIBC__
  constexpr int kKept = 16 << 20, kApart = 4 << 20;
  mallopt(M_TRIM_THRESHOLD, kKept);
  mallopt(M_MMAP_THRESHOLD, kApart);
#endif
}

}  // namespace

int run_ingest(const Arguments& arguments, Console& console) {
  keep_memory_between_pages();
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

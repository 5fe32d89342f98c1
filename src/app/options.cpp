#include "app/options.hpp"

#include <algorithm>
#include <thread>

namespace rashomon::app {
namespace {

unsigned threads_of(const Arguments& arguments) {
  if (arguments.has("--threads")) return static_cast<unsigned>(std::stoul(arguments.option("--threads")));
  return std::max(1U, std::thread::hardware_concurrency());
}

store::Until until_of(const Arguments& arguments) {
  const std::string stage = arguments.option("--until", "claims");
  if (stage == "language") return store::Until::language;
  return stage == "mentions" ? store::Until::mentions : store::Until::claims;
}

// Fewer threads where the memory asked for does not hold all.
void keep_within(std::size_t memory, PipelineOptions& options) {
  options.engine.memory = memory;
  options.threads = std::min(options.threads, language::threads_within(memory_of_language(options)));
}

}  // namespace

PipelineOptions pipeline_options(const Arguments& arguments) {
  PipelineOptions options;
  options.ingest.raw = arguments.has("--raw");
  if (arguments.has("--published")) options.ingest.published = parse_date(arguments.option("--published"));
  if (auto columns = ingest::read_columns(arguments.option("--columns"))) options.ingest.columns = std::move(*columns);
  options.until = until_of(arguments);
  options.threads = threads_of(arguments);
  if (arguments.has("--memory")) keep_within(std::stoul(arguments.option("--memory")) << 20, options);
  if (const std::string set = arguments.option("--kernels", "auto"); set != "auto") options.engine.kernels = set;
  if (arguments.has("--profile")) options.profile = mentions::find_profile(arguments.option("--profile"));
  options.gazetteer = arguments.option("--gazetteer");
  options.actors = arguments.option("--actors");
  return options;
}

std::string models_folder(const Arguments& arguments) {
  return arguments.has("--data") ? arguments.option("--data") : data_directory();
}

}  // namespace rashomon::app

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/fail_on.hpp"
#include "app/options.hpp"
#include "app/output.hpp"
#include "publish/report.hpp"

namespace rashomon::app {
namespace {

std::string closing_line(const Added& added, const std::string& path) {
  std::string line =
      fmt::format("{} documents read, {} of them new with {} claims", added.found, added.added, added.claims);
  if (added.failed > 0) line += fmt::format(", {} unreadable", added.failed);
  return fmt::format("{}; record {}", line, path);
}

Result<void> print_summary(const store::Record& record) {
  const auto summary = publish::make_summary(record, terminal_width(), takes_colour());
  if (!summary) return tl::unexpected(summary.error());
  auto output = Output::open({});
  output->write(*summary);
  if (!summary->ends_with('\n')) output->write("\n");
  return output->finish();
}

int code_of(const Added& added, Console& console) {
  if (added.failed > 0) return 3;
  if (added.found > 0) return 0;
  console.error(
      "no document was found; give a file or a folder with .txt, .html or .jsonl reports, or - for standard input");
  return 1;
}

}  // namespace

int run_read(const Arguments& arguments, Console& console) {
  if (const auto good = check_kinds(arguments.option("--fail-on")); !good) return fail_with(console, good.error());
  const PipelineOptions options = pipeline_options(arguments);
  const std::string path = arguments.option("--output", "rashomon.db");
  const auto models = open_models(models_folder(arguments), options);
  if (!models) return fail_with(console, models.error());
  auto record = store::Record::open(path);
  if (!record) return fail_with(console, record.error());
  Listener listener;
  listener.note = [&](const std::string& message) { console.note(message); };
  listener.failed = [&](const store::Failure& failure) { console.error(failure.message); };
  listener.progress = [&](const Added& added) {
    console.progress(fmt::format("{} documents, {} claims", added.added, added.claims));
  };
  const auto added = read_into(*record, arguments.operands, *models, options, listener);
  if (!added) return fail_with(console, added.error());
  console.note(closing_line(*added, path));
  if (!arguments.has("--quiet") && added->found > 0)
    if (auto printed = print_summary(*record); !printed) return fail_with(console, printed.error());
  const int code = code_of(*added, console);
  if (code != 0 || !arguments.has("--fail-on")) return code;
  const auto met = has_dispute(*record, arguments.option("--fail-on"));
  return met ? (*met ? 1 : 0) : fail_with(console, met.error());
}

}  // namespace rashomon::app

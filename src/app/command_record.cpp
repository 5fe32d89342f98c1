#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/fail_on.hpp"
#include "app/output.hpp"
#include "publish/export.hpp"
#include "publish/report.hpp"

/// The commands that read a record: export, report, explain.
namespace rashomon::app {
namespace {

int print(const std::string& text, const Arguments& arguments, Console& console) {
  auto output = Output::open(arguments.option("--output"));
  if (!output) return fail_with(console, output.error());
  output->write(text);
  if (!text.ends_with('\n')) output->write("\n");
  const auto written = output->finish();
  return written ? 0 : fail_with(console, written.error());
}

// Why the options of export do not fit together; empty if they do.
std::string objection(const Arguments& arguments) {
  const std::string format = arguments.option("--format", "jsonl");
  if (format != "jsonl" && format != "csv")
    return fmt::format("export to {} is not built yet; jsonl and csv of a table are", format);
  if (!arguments.has("--table"))
    return "export needs a table: --table claims, for instance; `rashomon help export` lists them";
  return {};
}

}  // namespace

int run_export(const Arguments& arguments, Console& console) {
  if (const std::string why = objection(arguments); !why.empty())
    return fail_with(console, {ErrorCode::usage, why, {}});
  const auto record = store::Record::open_read_only(arguments.operands[0]);
  if (!record) return fail_with(console, record.error());
  auto output = Output::open(arguments.option("--output"));
  if (!output) return fail_with(console, output.error());
  const auto format = arguments.option("--format") == "csv" ? publish::TableFormat::csv : publish::TableFormat::jsonl;
  const auto done = publish::export_table(*record, arguments.option("--table"), format,
                                          [&](std::string_view line) { return output->line(line); });
  if (!done) return fail_with(console, done.error());
  const auto written = output->finish();
  return written ? 0 : fail_with(console, written.error());
}

int run_report(const Arguments& arguments, Console& console) {
  if (const auto good = check_kinds(arguments.option("--fail-on")); !good) return fail_with(console, good.error());
  const auto record = store::Record::open_read_only(arguments.operands[0]);
  if (!record) return fail_with(console, record.error());
  const std::string format = arguments.option("--format", "md");
  const auto report = publish::make_report(*record, format == "html"   ? publish::ReportFormat::html
                                                    : format == "json" ? publish::ReportFormat::json
                                                                       : publish::ReportFormat::md);
  if (!report) return fail_with(console, report.error());
  const int code = print(*report, arguments, console);
  if (code != 0 || !arguments.has("--fail-on")) return code;
  const auto met = has_dispute(*record, arguments.option("--fail-on"));
  return met ? (*met ? 1 : 0) : fail_with(console, met.error());
}

int run_explain(const Arguments& arguments, Console& console) {
  const auto record = store::Record::open_read_only(arguments.operands[0]);
  if (!record) return fail_with(console, record.error());
  const auto text = publish::explain(*record, arguments.operands[1], arguments.has("--json"));
  return text ? print(*text, arguments, console) : fail_with(console, text.error());
}

}  // namespace rashomon::app

#include "publish/export.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "publish/csv.hpp"
#include "store/json.hpp"

namespace rashomon::publish {
namespace {

using Rows = std::vector<std::string>;

// The rows of `values`, one JSON object each.
template <class T>
Rows rows_of(const std::vector<T>& values, std::string (*json)(const T&)) {
  Rows out;
  out.reserve(values.size());
  for (const T& value : values) out.push_back(json(value));
  return out;
}

void append_rows(const reconcile::Report& report, std::string_view table, Rows& out) {
  if (table == "documents") out.push_back(store::document_json(report.document));
  for (const claims::Claim& claim : report.claims) {
    if (table == "claims") out.push_back(store::claim_json(claim));
    if (table == "quantities")
      for (const auto& quantity : claim.quantities) out.push_back(store::quantity_row_json(quantity, claim));
  }
}

Result<Rows> report_rows(const store::Record& record, std::string_view table) {
  auto reports = record.reports();
  if (!reports) return tl::unexpected(reports.error());
  Rows out;
  for (const reconcile::Report& report : *reports) append_rows(report, table, out);
  return out;
}

Result<Rows> mention_rows(const store::Record& record, std::string_view table) {
  auto all = record.mentions();
  if (!all) return tl::unexpected(all.error());
  Rows out;
  for (const auto& [document, mentions] : *all) {
    if (table == "actors")
      for (const auto& actor : mentions.actors) out.push_back(store::actor_row_json(actor, document));
    else
      for (const auto& place : mentions.places) out.push_back(store::place_row_json(place, document));
  }
  return out;
}

Result<Rows> derived_rows(const store::Record& record, std::string_view table) {
  auto derived = record.derived();
  if (!derived) return tl::unexpected(derived.error());
  if (table == "events") return rows_of(derived->events, store::event_json);
  if (table == "tallies") return rows_of(derived->tallies, store::tally_json);
  if (table == "disputes") return rows_of(derived->disputes, store::dispute_json);
  if (table == "origins") return rows_of(derived->origins, store::origin_json);
  if (table == "stories") return rows_of(derived->stories, store::story_json);
  if (table == "copies") return rows_of(derived->copies, store::copy_json);
  return rows_of(derived->timeline, store::timeline_json);
}

Result<Rows> rows_of_table(const store::Record& record, std::string_view table) {
  if (table == "documents" || table == "claims" || table == "quantities") return report_rows(record, table);
  if (table == "actors" || table == "places") return mention_rows(record, table);
  return derived_rows(record, table);
}

}  // namespace

const std::vector<std::string_view>& table_names() {
  static const std::vector<std::string_view> kNames = {"documents", "claims",  "quantities", "actors",
                                                       "places",    "events",  "tallies",    "disputes",
                                                       "origins",   "stories", "copies",     "timeline"};
  return kNames;
}

Result<void> export_table(const store::Record& record, std::string_view table, TableFormat format, const Sink& sink) {
  if (std::find(table_names().begin(), table_names().end(), table) == table_names().end())
    return fail(ErrorCode::usage,
                fmt::format("there is no table '{}'; tables are {}", table, fmt::join(table_names(), ", ")));
  auto rows = rows_of_table(record, table);
  if (!rows) return tl::unexpected(rows.error());
  if (format == TableFormat::csv && !sink(csv_header(table))) return {};
  for (const std::string& row : *rows)
    if (!sink(format == TableFormat::csv ? csv_row(table, row) : row)) break;
  return {};
}

}  // namespace rashomon::publish

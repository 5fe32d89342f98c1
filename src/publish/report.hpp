#pragma once

#include <string>

#include "core/result.hpp"
#include "store/store.hpp"

namespace rashomon::publish {

enum class ReportFormat { md, html, json };

/// The situation report of a record: first what happened, when, where, toll low–best–high with who says so and who
/// denies what; then timeline, disputes, mechanisms, origins, and for every figure its quotation in context.
/// HTML is one file without outside calls. Same record, same bytes.
[[nodiscard]] Result<std::string> make_report(const store::Record& record, ReportFormat format);

/// The first screen of the report in at most `width` columns, for a terminal; ANSI colours if `colour`.
[[nodiscard]] Result<std::string> make_summary(const store::Record& record, int width, bool colour);

/// How a claim, event, tally, dispute or origin came about: quotation in context, rules, inputs.
/// Errors: not_found with the nearest ids.
[[nodiscard]] Result<std::string> explain(const store::Record& record, const std::string& id, bool json);

}  // namespace rashomon::publish

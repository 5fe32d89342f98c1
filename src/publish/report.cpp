#include "publish/report.hpp"

#include "publish/report_formats.hpp"

namespace rashomon::publish {

Result<std::string> make_report(const store::Record& record, ReportFormat format) {
  const auto view = View::load(record);
  if (!view) return tl::unexpected(view.error());
  const Situation situation = arrange(*view);
  switch (format) {
    case ReportFormat::md: return to_markdown(situation);
    case ReportFormat::html: return to_html(situation);
    case ReportFormat::json: return to_json(situation);
  }
  return fail(ErrorCode::internal, "a report format that make_report does not know");
}

}  // namespace rashomon::publish

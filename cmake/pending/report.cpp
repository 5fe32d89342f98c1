#include "publish/report.hpp"
namespace rashomon::publish {
Result<std::string> make_report(const store::Record&, ReportFormat) {
  return fail(ErrorCode::unsupported_format, "report is not built yet");
}
Result<std::string> make_summary(const store::Record&, int, bool) { return std::string(); }
Result<std::string> explain(const store::Record&, const std::string&, bool) {
  return fail(ErrorCode::unsupported_format, "explain is not built yet");
}
}  // namespace rashomon::publish

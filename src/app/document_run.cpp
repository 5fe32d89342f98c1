#include "app/document_run.hpp"

#include <fmt/format.h>

#include "app/commands.hpp"

namespace rashomon::app {

bool DocumentRun::take(const Result<std::string>& text) {
  if (!text) return fail(text.error()), true;
  ++done_;
  console_.progress(fmt::format("{} documents", done_));
  return output_.write(*text);
}

void DocumentRun::fail(const Error& error) {
  if (error.code != ErrorCode::no_reports) ++failed_;
  console_.error(error.message);
}

int DocumentRun::finish() {
  if (auto written = output_.finish(); !written) return fail_with(console_, written.error());
  if (failed_ > 0) return 3;
  if (done_ > 0) return 0;
  console_.error("no document was found; give files or folders with reports, or - for standard input");
  return 1;
}

}  // namespace rashomon::app

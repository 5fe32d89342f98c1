#include "ingest/row_stream.hpp"

#include <fmt/format.h>

namespace rashomon::ingest {

std::optional<std::pair<std::size_t, Result<CsvRow>>> RowStream::next() {
  for (;;) {
    if (!reader_) open();
    auto row = reader_->next();
    const std::size_t at = row && *row ? (*row)->line : reader_->line() - (row ? 1 : 0);
    if (row && (last_ || !reader_->ran_out())) {
      done_ = reader_->position(), next_line_ = reader_->line();
      return std::pair(at, std::move(*row));
    }
    if (!row && last_) return {};
    if (!row) done_ = reader_->position(), next_line_ = reader_->line();
    if (done_ == 0 && want_ >= kLargestRow) {
      auto given_up = give_up(std::move(*row));
      return std::pair(line_ - 1, std::move(given_up));
    }
    move_on();
  }
}

void RowStream::open() {
  const std::string_view window = source_.peek(want_);
  last_ = window.size() < want_ || !source_.whole().empty();
  reader_.emplace(window, separator_, line_);
  done_ = 0;
}

void RowStream::move_on() {
  want_ = done_ == 0 ? want_ * 2 : kWindow;
  if (done_ > 0) line_ = next_line_;
  source_.skip(done_);
  reader_.reset();
}

/// Leaves the line at which the window begins; the row does not end in the largest window.
Result<CsvRow> RowStream::give_up(Result<CsvRow> row) {
  for (bool ended = false; !ended && !source_.at_end();) {
    const std::string_view bytes = source_.peek(1);
    const std::size_t at = bytes.find('\n');
    ended = at != std::string_view::npos;
    source_.skip(ended ? at + 1 : bytes.size());
  }
  ++line_;
  done_ = 0;
  want_ = kWindow;
  reader_.reset();
  if (!row) return row;
  return fail(ErrorCode::limit_exceeded, fmt::format("The row is longer than {} bytes.", kLargestRow));
}

}  // namespace rashomon::ingest

#include "core/csv.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rashomon {

CsvReader::CsvReader(std::string_view bytes, char separator, std::size_t line)
    : bytes_(bytes), separator_(separator), line_(line) {
  if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

bool CsvReader::at_line_end() const { return bytes_[at_] == '\n' || bytes_[at_] == '\r'; }

void CsvReader::skip_line_end() {
  if (bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
  ++at_, ++line_;
}

void CsvReader::skip_line() {
  at_ = std::min(bytes_.find_first_of("\r\n", at_), bytes_.size());
  if (at_ < bytes_.size()) skip_line_end();
}

/// From behind the opening quotation mark to behind the closing one.
Result<void> CsvReader::read_quoted(std::string& field, std::size_t line) {
  const std::size_t opened = at_ - 1;
  for (;;) {
    const std::size_t quote = bytes_.find('"', at_);
    if (quote == std::string_view::npos) {
      // Every later quotation mark is one of a pair, so the search is not repeated for the lines that follow.
      at_ = opened, line_ = line, ran_out_ = true;
      return fail(ErrorCode::malformed_input,
                  fmt::format("Line {}: the quotation mark is not closed; close the field with another.", line),
                  {static_cast<std::uint32_t>(opened), static_cast<std::uint32_t>(opened + 1)});
    }
    const std::string_view part = bytes_.substr(at_, quote - at_);
    field += part;
    for (std::size_t i = 0; i < part.size(); ++i)
      line_ += part[i] == '\n' || (part[i] == '\r' && (i + 1 == part.size() || part[i + 1] != '\n'));
    at_ = quote + 1;
    if (at_ == bytes_.size() || bytes_[at_] != '"') return {};
    field += '"';
    ++at_;
  }
}

Result<CsvReader::After> CsvReader::read_field(CsvRow& row) {
  std::string& field = row.fields.emplace_back();
  if (at_ < bytes_.size() && bytes_[at_] == '"') {
    const std::size_t line = line_;
    ++at_;
    if (auto read = read_quoted(field, line); !read) return tl::unexpected<Error>(read.error());
    if (at_ < bytes_.size() && bytes_[at_] != separator_ && !at_line_end())
      return fail(
          ErrorCode::malformed_input,
          fmt::format("Line {}: there is text behind the closing quotation mark of field {}; double the quotation "
                      "marks inside a field.",
                      line_, row.fields.size()),
          {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + 1)});
  } else {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && bytes_[at_] != separator_ && !at_line_end()) ++at_;
    field = bytes_.substr(begin, at_ - begin);
  }
  if (at_ < bytes_.size() && bytes_[at_] == separator_) {
    ++at_;
    return After::field;
  }
  if (at_ < bytes_.size()) skip_line_end();
  return After::row;
}

std::optional<Result<CsvRow>> CsvReader::next() {
  while (at_ < bytes_.size() && at_line_end()) skip_line_end();
  if (at_ >= bytes_.size()) return std::nullopt;
  ran_out_ = false;
  CsvRow row;
  row.line = line_;
  for (;;) {
    const auto after = read_field(row);
    if (!after) {
      skip_line();
      return tl::unexpected<Error>(after.error());
    }
    if (*after != After::row) continue;
    ran_out_ = at_ == bytes_.size();
    return row;
  }
}

}  // namespace rashomon

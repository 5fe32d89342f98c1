#include "ingest/csv_reports.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/csv.hpp"
#include "ingest/chars.hpp"
#include "ingest/charset.hpp"
#include "ingest/dates.hpp"
#include "ingest/formats.hpp"
#include "ingest/row_stream.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kWindow = 4 << 20;  // bytes looked at in one piece
constexpr std::size_t kLargestRow =
    32 << 20;  // bytes; a quotation mark that is not closed would take in the whole table

/// The header as it is cut by the separator that makes most of its names known, else most names.
struct Header {
  char separator = ',';
  std::vector<std::string> names;
  Columns columns;
};

Header read_header(std::string_view bytes, const GivenColumns& given) {
  Header best;
  for (const char separator : {',', ';', '\t', '|'}) {
    CsvReader reader(bytes, separator);
    auto row = reader.next();
    if (!row || !*row) continue;
    Columns columns = find_columns((*row)->fields, given);
    const auto rank = [](const Columns& c, std::size_t names) { return std::pair(c.count(), names); };
    if (best.names.empty() || rank(columns, (*row)->fields.size()) > rank(best.columns, best.names.size()))
      best = {separator, std::move((*row)->fields), columns};
  }
  return best;
}

std::string utf8_of(const std::string& cell, const std::string& charset) {
  std::size_t replaced = 0;
  std::string text = valid_utf8(cell, replaced);
  if (replaced == 0) return text;
  const auto decoded = decode(cell, charset.empty() ? detect_charset(cell) : charset);
  return decoded ? decoded->text : text;
}

/// Seconds or milliseconds since 1970, as programs write times.
std::optional<Date> date_of_number(std::string_view cell) {
  std::int64_t number = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (read.ptr != cell.data() + cell.size() || number < 0 || (cell.size() != 10 && cell.size() != 13)) return {};
  return Date{static_cast<std::int32_t>(number / (cell.size() == 13 ? 86'400'000 : 86'400))};
}

std::optional<Date> date_of_cell(std::string_view cell, DayOrder order) {
  if (const auto iso = parse_date(cell)) return iso;
  if (const auto number = date_of_number(cell)) return number;
  for (const WrittenDate& written : find_dates(cell.substr(0, 100), order))
    if (written.year > 0 && written.day > 0)
      if (const auto date = written.date()) return date;
  return {};
}

/// Reads the rows of one table.
class Table {
 public:
  Table(Header header, std::string charset, const Options& options)
      : header_(std::move(header)), charset_(std::move(charset)), options_(options) {}

  Result<Document> read(const CsvRow& row) {
    if (row.fields.size() > header_.names.size())
      return fail(ErrorCode::malformed_input, fmt::format("The row has {} cells and the header {}; put quotation marks "
                                                          "around cells that hold separators.",
                                                          row.fields.size(), header_.names.size()));
    Given given;
    given.charset = charset_;
    given.id = cell(row, Fact::id);
    given.title = cell(row, Fact::title);
    given.outlet = cell(row, Fact::outlet);
    given.url = cell(row, Fact::url);
    given.language = language_of(cell(row, Fact::language));
    if (std::string author = cell(row, Fact::author); !author.empty()) given.bylines = {std::move(author)};
    const std::string date = cell(row, Fact::published);
    given.published = date_of_cell(date, order_);
    auto document = read_text_of(row, given);
    if (document && !date.empty() && !given.published)
      document->warnings.push_back(fmt::format("The date \"{}\" is not understood.", date.substr(0, 60)));
    return document;
  }

  /// Learns from the dates of some rows which number is the day.
  void learn(CsvReader reader) {
    for (int n = 0; n < 1000; ++n) {
      const auto row = reader.next();
      if (!row) return;
      if (!*row) continue;
      const std::string date = cell(**row, Fact::published);
      int first = 0, second = 0;
      const auto read = std::from_chars(date.data(), date.data() + date.size(), first);
      if (read.ptr == date.data() + date.size() || read.ptr == date.data()) continue;
      std::from_chars(read.ptr + 1, date.data() + date.size(), second);
      if (first > 12 && first <= 31) return void(order_ = DayOrder::day_first);
      if (first <= 12 && second > 12 && second <= 31) return void(order_ = DayOrder::month_first);
    }
  }

 private:
  [[nodiscard]] const std::string* raw(const CsvRow& row, Fact fact) const {
    const std::size_t at = header_.columns.at[static_cast<std::size_t>(fact)];
    return at < row.fields.size() ? &row.fields[at] : nullptr;
  }

  [[nodiscard]] std::string cell(const CsvRow& row, Fact fact) const {
    const std::string* found = raw(row, fact);
    return found ? std::string(trim(utf8_of(*found, charset_))) : std::string();
  }

  static std::string language_of(std::string cell) {
    cell = lower(cell.substr(0, cell.find_first_of("-_")));
    return cell.size() == 2 && cell != "un" ? cell : std::string();
  }

  Result<Document> read_text_of(const CsvRow& row, Given given) {
    const auto read_page = [&](const std::string& cell) {
      given.fragment = lower_ascii(cell.substr(0, 2000)).find("<html") == std::string::npos;
      return read_html(cell, given, options_);
    };
    const std::string* html = raw(row, Fact::html);
    const std::string* text = raw(row, Fact::text);
    if (html && !trim(*html).empty()) return read_page(*html);
    if (!text || trim(*text).empty()) return fail(ErrorCode::empty_input, "The row has no text.");
    return looks_like_html(*text) ? read_page(*text) : read_text(*text, given, options_);
  }

  Header header_;
  std::string charset_;  ///< empty if the table is UTF-8
  const Options& options_;
  DayOrder order_ = DayOrder::day_first;
};

Result<Header> checked_header(std::string_view bytes, const Options& options) {
  Header header = read_header(bytes, options.columns);
  const std::string names = fmt::format("{}", fmt::join(header.names, ", ")).substr(0, 300);
  std::size_t replaced = 0;
  for (const auto& [fact, name] : options.columns)
    if (!header.columns.has(fact))
      return fail(ErrorCode::malformed_input,
                  fmt::format("No column is named '{}'; its columns are: {}.", name, valid_utf8(names, replaced)));
  if (!header.columns.has_text())
    return fail(ErrorCode::malformed_input,
                fmt::format("No column is known to hold the text; its columns are: {}. Name it "
                            "with --columns text=NAME.",
                            valid_utf8(names, replaced)));
  return header;
}

}  // namespace

bool looks_like_csv(std::string_view head) {
  const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  if (line.size() > 4000 || line.size() == head.size() || line.find_first_of(",;\t|") == std::string_view::npos)
    return false;
  const Header header = read_header(line, {});
  return header.columns.has_text() && header.columns.count() >= 2 && header.columns.count() * 2 >= header.names.size();
}

Result<void> read_csv(unpack::Source& source, const Options& options, const TakeRow& take) {
  std::string_view window = source.peek(RowStream::kWindow);
  const std::string_view marked = marked_charset(window), utf16 = marked.empty() ? unmarked_utf16(window) : marked;
  if (!utf16.empty() && utf16 != "UTF-8") {
    const auto all = unpack::read_all(source, options.largest);
    if (!all) return tl::unexpected(all.error());
    const auto decoded = decode(*all, utf16);
    if (!decoded) return fail(ErrorCode::malformed_input, "It is not text.");
    unpack::MemorySource inner(decoded->text);
    return read_csv(inner, options, take);
  }
  std::size_t replaced = 0;
  static_cast<void>(valid_utf8(window.substr(0, kFormatHead), replaced));
  auto header = checked_header(window, options);
  if (!header) return tl::unexpected(header.error());
  const char separator = header->separator;
  Table table(std::move(*header), replaced > 1 ? detect_charset(window) : std::string(), options);
  CsvReader reader(window, separator);
  static_cast<void>(reader.next());
  table.learn(reader);
  source.skip(reader.position());
  RowStream rows(source, separator, reader.line());
  while (auto row = rows.next()) {
    auto& [line, cells] = *row;
    if (!take(line, cells ? table.read(*cells) : Result<Document>(tl::unexpected(cells.error())))) return {};
  }
  if (source.error()) return tl::unexpected(*source.error());
  return {};
}

}  // namespace rashomon::ingest

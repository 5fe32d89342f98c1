#include "ingest/published.hpp"

#include <algorithm>
#include <array>

#include "ingest/chars.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr int kDaysOn = 2;  // a week day named alone that far behind the latest dated day is the day of the report

Published day(Date date) { return {{date, date}, "text"}; }

/// The first full date of a line, the one behind "updated" left to last.
std::optional<Date> first_full(std::string_view line) {
  for (const WrittenDate& written : find_dates(line))
    if (const auto date = written.year > 0 ? written.date() : std::nullopt) return date;
  return {};
}

/// True where the words before `at` speak of the future: "will meet on", "due by".
bool is_ahead(std::string_view text, std::uint32_t at) {
  const std::string before = lower(text.substr(at > 60 ? at - 60 : 0, std::min<std::uint32_t>(at, 60)));
  const std::size_t sentence = before.rfind(". ");
  const std::string_view clause = std::string_view(before).substr(sentence == std::string::npos ? 0 : sentence);
  for (const std::string_view word : {" will ", " planned ", " scheduled ", " due ", " next ", " upcoming ", " until ",
                                      " expected ", " to begin ", " by "})
    if (clause.find(word) != std::string_view::npos) return true;
  return false;
}

/// What the read blocks name: days with a month, bare week days, the latest year.
struct Named {
  std::vector<WrittenDate> days;
  std::array<bool, 7> weekdays{};
  int latest_year = 0;
  bool has_weekday = false;
};

void see_words(std::string_view block, Named& named) {
  for (std::size_t i = 0; i < block.size();) {
    const std::size_t begin = i;
    if (!is_letter(next_char(block, i))) continue;
    std::size_t end = i;
    while (i < block.size() && is_letter(next_char(block, i))) end = i;
    i = end;
    if (end - begin < 6 || end - begin > 9) continue;
    const auto found = tables().calendar.find(lower(block.substr(begin, end - begin)));
    if (found == tables().calendar.end() || found->second.weekday < 0 ||
        !is_upper(static_cast<unsigned char>(block[begin])))
      continue;
    named.weekdays[static_cast<std::size_t>(found->second.weekday)] = named.has_weekday = true;
  }
}

void see_years(std::string_view block, Named& named) {
  for (std::size_t i = 0; i + 4 <= block.size(); ++i) {
    const auto digit = [&](std::size_t k) {
      return k < block.size() && is_digit(static_cast<unsigned char>(block[k]));
    };
    if (!digit(i) || (i > 0 && (digit(i - 1) || block[i - 1] == ',' || block[i - 1] == '.' || block[i - 1] == '$')))
      continue;
    std::size_t n = 0;
    int year = 0;
    for (; digit(i + n); ++n) year = n < 4 ? year * 10 + (block[i + n] - '0') : year;
    if (n == 4 && year >= 1990 && year <= 2040 && (i + 4 >= block.size() || block[i + 4] != ',' || !digit(i + 5)) &&
        !is_ahead(block, static_cast<std::uint32_t>(i)))
      named.latest_year = std::max(named.latest_year, year);
    i += n;
  }
}

Named read_names(const Document& document) {
  Named named;
  for (const Block& block : document.blocks) {
    if (!is_read(block.kind)) continue;
    const std::string_view s = slice(document.text, block.span);
    see_words(s, named);
    see_years(s, named);
    for (const WrittenDate& written : find_dates(s))
      if (written.day > 0 && !is_ahead(s, written.span.begin)) named.days.push_back(written);
  }
  return named;
}

int copyright_year(const Document& document) {
  int year = 0;
  for (const Block& block : document.blocks) {
    if (block.reason != "copyright") continue;
    Named named;
    see_years(slice(document.text, block.span).substr(0, 60), named);
    year = std::max(year, named.latest_year);
  }
  return year;
}

/// The day of the report: a bare week day within two days behind `latest`.
Date move_on(Date latest, const Named& named) {
  for (int n = kDaysOn; n > 0; --n)
    if (named.weekdays[static_cast<std::size_t>(latest.plus(n).weekday())]) return latest.plus(n);
  return latest;
}

}  // namespace

Published published_of_text(const Document& document, std::string_view date_line) {
  if (const auto date = first_full(date_line)) return day(*date);
  if (document.dateline && document.dateline->date) return day(*document.dateline->date);
  const Named named = read_names(document);
  const int copyright = copyright_year(document);
  const int from = copyright > 0 ? copyright : named.latest_year;
  std::optional<Date> latest;
  for (const WrittenDate& written : named.days) {
    // A year that is written is taken; one that is not must be fixed by a week day or the copyright line.
    if (written.year == 0 && written.weekday < 0 && copyright == 0) continue;
    const auto date = fit_year(written, from);
    if (!date || (written.year == 0 && from == 0) || (copyright > 0 && date->year() > copyright)) continue;
    if (!latest || *date > *latest) latest = date;
  }
  // An old date alone is a look-back: trust it only if it belongs to the latest year named.
  if (latest && (from == 0 || latest->year() >= from)) return day(move_on(*latest, named));
  if (copyright > 0) return {{make_date(copyright, 1, 1), make_date(copyright, 12, 31)}, "text"};
  return {};
}

}  // namespace rashomon::ingest

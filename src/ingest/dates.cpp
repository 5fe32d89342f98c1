#include "ingest/dates.hpp"

#include <algorithm>

#include "ingest/chars.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;

/// small_month: "may" and "mai" are words; between a day and a year they are months.
enum class Kind { number, month, small_month, weekday, word, mark };

/// One piece of the text: a number, a word or a single other character; white space is left out.
struct Piece {
  Kind kind = Kind::mark;
  Span span;
  int value = 0;  ///< number, month or week day; code point of a mark
  int digits = 0;
  bool glued = false;  ///< no white space before it
};

constexpr std::size_t kReach = 8;  // pieces from a number to the farthest word of its date, with some to spare

void classify_word(std::string_view word, Piece& piece) {
  if (word.size() > 24) return;
  const auto found = tables().calendar.find(lower(word));
  if (found == tables().calendar.end()) return;
  std::size_t at = 0;
  const bool small = found->second.capital && !is_upper(next_char(word, at));
  if (small && found->second.month == 0) return;
  piece.kind = small ? Kind::small_month : found->second.month > 0 ? Kind::month : Kind::weekday;
  piece.value = found->second.month > 0 ? found->second.month : found->second.weekday;
}

/// Finds the months and week days among the words that a number may make a date with.
void classify_words(std::string_view text, std::vector<Piece>& pieces) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind != Kind::number) continue;
    const std::size_t end = std::min(i + kReach + 1, pieces.size());
    for (done = std::max(done, i - std::min(i, kReach)); done < end; ++done)
      if (pieces[done].kind == Kind::word) classify_word(slice(text, pieces[done].span), pieces[done]);
  }
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> out;
  bool glued = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    char32_t c = next_char(text, i);
    if (is_space(c)) {
      glued = false;
      continue;
    }
    Piece piece{Kind::mark, {static_cast<std::uint32_t>(begin), 0}, static_cast<int>(c), 0, glued};
    if (is_digit(c)) {
      piece.kind = Kind::number;
      i = begin;
      for (piece.value = 0; i < text.size() && is_digit(static_cast<unsigned char>(text[i])); ++i, ++piece.digits)
        if (piece.digits < 8) piece.value = piece.value * 10 + (text[i] - '0');
    } else if (is_letter(c)) {
      std::size_t end = i;
      while (i < text.size() && is_letter(next_char(text, i))) end = i;
      i = end;
      piece.kind = Kind::word;
    }
    piece.span.end = static_cast<std::uint32_t>(i);
    out.push_back(piece);
    glued = true;
  }
  classify_words(text, out);
  return out;
}

class Reader {
 public:
  Reader(std::string_view text, DayOrder order) : text_(text), pieces_(pieces_of(text)), order_(order) {}

  std::vector<WrittenDate> all() {
    std::vector<WrittenDate> out;
    for (std::size_t i = 0; i < pieces_.size();) {
      WrittenDate date;
      std::size_t end = i;
      if (read(i, date, end)) {
        finish(i, end, date, out.empty() ? 0 : out.back().span.end);
        out.push_back(date);
        i = end;
      } else {
        ++i;
      }
    }
    return out;
  }

 private:
  [[nodiscard]] const Piece* at(std::size_t i) const { return i < pieces_.size() ? &pieces_[i] : nullptr; }
  [[nodiscard]] bool mark(std::size_t i, std::string_view any) const {
    return i < pieces_.size() && pieces_[i].kind == Kind::mark && pieces_[i].value < 0x80 &&
           any.find(static_cast<char>(pieces_[i].value)) != std::string_view::npos;
  }
  [[nodiscard]] bool number(std::size_t i, int low, int high, int digits_low, int digits_high) const {
    const Piece* p = at(i);
    return p && p->kind == Kind::number && p->value >= low && p->value <= high && p->digits >= digits_low &&
           p->digits <= digits_high;
  }
  [[nodiscard]] bool is_year(std::size_t i) const { return number(i, kFirstYear, kLastYear, 4, 4); }
  [[nodiscard]] bool is_day(std::size_t i) const { return number(i, 1, 31, 1, 2); }
  [[nodiscard]] bool is_month(std::size_t i) const { return i < pieces_.size() && pieces_[i].kind == Kind::month; }
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].kind != Kind::mark ? slice(text_, pieces_[i].span) : std::string_view();
  }
  [[nodiscard]] std::size_t skip(std::size_t i, std::string_view marks) const { return mark(i, marks) ? i + 1 : i; }

  bool read(std::size_t i, WrittenDate& d, std::size_t& end) const {
    if (number(i, 1, 9999, 1, 4) &&
        !(i > 1 && pieces_[i].glued && mark(i - 1, ".,/-:") && pieces_[i - 2].kind == Kind::number)) {
      if (numeric(i, d, end)) return true;
      if (is_day(i) && day_month(i, d, end)) return true;
    }
    if (number(i, kFirstYear * 10000, kLastYear * 10000, 8, 8)) return compact(i, d, end);
    return is_month(i) && month_day(i, d, end);
  }

  bool compact(std::size_t i, WrittenDate& d, std::size_t& end) const {
    const int n = pieces_[i].value;
    d.year = n / 10000, d.month = n / 100 % 100, d.day = n % 100, end = i + 1;
    return d.date().has_value();
  }

  /// 2016-07-05, 2016/7/5, 05.07.2016, 5/7/16
  bool numeric(std::size_t i, WrittenDate& d, std::size_t& end) const {
    if (!mark(i + 1, "-/.") || !mark(i + 3, "-/.") || pieces_[i + 1].value != pieces_[i + 3].value) return false;
    if (!at(i + 4) || pieces_[i + 2].kind != Kind::number || pieces_[i + 4].kind != Kind::number) return false;
    const bool dots = pieces_[i + 1].value == '.';
    if (!pieces_[i + 1].glued || (!pieces_[i + 2].glued && !dots) || !pieces_[i + 3].glued) return false;
    const int a = pieces_[i].value, b = pieces_[i + 2].value, c = pieces_[i + 4].value;
    end = i + 5;
    if (is_year(i) && number(i + 2, 1, 12, 1, 2) && number(i + 4, 1, 31, 1, 2))
      return d.year = a, d.month = b, d.day = c, d.date().has_value();
    const bool short_year = number(i + 4, 0, 99, 2, 2);
    if (!is_day(i) || !is_day(i + 2) || !(is_year(i + 4) || short_year)) return false;
    d.year = short_year ? (c < 70 ? 2000 + c : 1900 + c) : c;
    const bool day_first =
        dots || a > 12 || (b <= 12 && (order_ == DayOrder::day_first || pieces_[i + 1].value == '-'));
    d.day = day_first ? a : b, d.month = day_first ? b : a;
    return d.date().has_value();
  }

  /// The year behind a day and month, with a comma, "de", or an apostrophe between; nothing where it is a time.
  void year_at(std::size_t i, WrittenDate& d, std::size_t& end) const {
    std::size_t y = skip(i, ",.'-/");
    if (const std::string_view w = word(y); w == "de" || w == "del" || w == "of") ++y;
    if (is_year(y)) {
      d.year = pieces_[y].value, end = y + 1;
    } else if (y > i && mark(i, "'-") && number(y, 0, 69, 2, 2)) {
      d.year = 2000 + pieces_[y].value, end = y + 1;
    }
  }

  /// 5 July 2016, 5. Juli 2016, 5th of July, 05-Jul-2016
  bool day_month(std::size_t i, WrittenDate& d, std::size_t& end) const {
    std::size_t m = i + 1;
    if (const std::string_view w = word(m); pieces_[std::min(m, pieces_.size() - 1)].glued &&
                                            (w == "st" || w == "nd" || w == "rd" || w == "th" || w == "er")) {
      ++m;
    }
    m = skip(m, ".-/");
    if (const std::string_view w = word(m); w == "of" || w == "de" || w == "d") ++m;
    const bool small = m < pieces_.size() && pieces_[m].kind == Kind::small_month && is_year(m + 1);
    if (!is_month(m) && !small) return false;
    d.day = pieces_[i].value, d.month = pieces_[m].value, end = m + 1;
    year_at(m + 1, d, end);
    return make_date(d.year ? d.year : 2000, d.month, d.day).has_value();
  }

  /// July 5, 2016; Jul. 5th 2016; July 5; July 2016
  bool month_day(std::size_t i, WrittenDate& d, std::size_t& end) const {
    std::size_t n = skip(i + 1, ".-");
    d.month = pieces_[i].value;
    if (is_year(n)) return d.year = pieces_[n].value, end = n + 1, true;
    if (number(n, 10000, 319999, 6, 6) && pieces_[n].value % 10000 >= kFirstYear) {  // "Aug 012016", its comma lost
      d.day = pieces_[n].value / 10000, d.year = pieces_[n].value % 10000, end = n + 1;
      return d.date().has_value();
    }
    n = skip(n, ",");
    if (is_year(n)) return d.year = pieces_[n].value, end = n + 1, true;
    if (!is_day(n) || (mark(n + 1, ":.") && at(n + 2) && pieces_[n + 2].glued && pieces_[n + 2].kind == Kind::number))
      return false;
    d.day = pieces_[n].value, end = n + 1;
    if (const std::string_view w = word(end);
        !w.empty() && pieces_[end].glued && (w == "st" || w == "nd" || w == "rd" || w == "th")) {
      ++end;
    }
    year_at(end, d, end);
    return make_date(d.year ? d.year : 2000, d.month, d.day).has_value();
  }

  /// A time of day at `i`: 13:06, 13:06:00, 8:18 PM, 16h40, T13:06.
  std::size_t time_at(std::size_t i) const {
    std::size_t h = skip(i, ",-|@");
    if (const std::string_view w = word(h); w == "at" || w == "T" || w == "um" || w == "à") ++h;
    if (!number(h, 0, 24, 1, 2)) return i;
    if (!(mark(h + 1, ":.") || word(h + 1) == "h") || !number(h + 2, 0, 59, 2, 2) || !pieces_[h + 2].glued) return i;
    std::size_t end = h + 3;
    if (mark(end, ":") && number(end + 1, 0, 60, 2, 2)) end += 2;
    for (int n = 0; n < 3; ++n) {
      const std::string w = lower(word(end));
      if (w == "am" || w == "pm" || w == "uhr" || w == "gmt" || w == "utc" || w == "est" || w == "edt" || w == "et" ||
          w == "cet" || w == "bst" || w == "pst" || w == "pdt" || w == "ist" || w == "cst" || w == "cdt" || w == "z")
        ++end;
    }
    return end;
  }

  void finish(std::size_t begin, std::size_t end, WrittenDate& d, std::uint32_t floor) const {
    d.span = {pieces_[begin].span.begin, pieces_[end - 1].span.end};
    if (const std::size_t time = time_at(end); time > end) {
      d.with_time = true;
      d.span.end = pieces_[time - 1].span.end;
    }
    std::size_t w = begin;
    while (w > 0 && begin - w < 3 && mark(w - 1, ",.(-")) --w;
    if (w > 0 && word(w - 1) == "the") --w;
    if (w > 0 && pieces_[w - 1].kind == Kind::weekday && pieces_[w - 1].span.begin >= floor) {
      d.weekday = pieces_[w - 1].value;
      d.span.begin = pieces_[w - 1].span.begin;
    }
  }

  std::string_view text_;
  std::vector<Piece> pieces_;
  DayOrder order_;
};

}  // namespace

std::vector<WrittenDate> find_dates(std::string_view text, DayOrder order) {
  if (count_bytes(text, [](char, char c) { return is_digit_byte(c); }) == 0) return {};  // every date has a number
  return Reader(text, order).all();
}

std::optional<Date> fit_year(const WrittenDate& written, int from) {
  if (written.year > 0) return written.date();
  for (int year = from; year <= from + 6; ++year) {
    const auto date = make_date(year, written.month, written.day);
    if (date && (written.weekday < 0 || date->weekday() == written.weekday)) return date;
  }
  return {};
}

namespace {

/// "29-10-2021" in a path; where both may be the month, it says nothing.
std::optional<Date> day_first(const std::vector<std::pair<int, std::size_t>>& numbers) {
  if (numbers.size() < 3 || numbers[0].second != 2 || numbers[1].second != 2 || numbers[2].second != 4) return {};
  if (numbers[0].first <= 12 || numbers[2].first < kFirstYear || numbers[2].first > kLastYear) return {};
  return make_date(numbers[2].first, numbers[1].first, numbers[0].first);
}

}  // namespace

DateRange date_of_url(std::string_view url) {
  if (const std::size_t query = url.find_first_of("?#"); query != std::string_view::npos) url = url.substr(0, query);
  DateRange month;
  for (std::size_t i = 0; i + 6 < url.size(); ++i) {
    if (!is_digit(static_cast<unsigned char>(url[i])) || (i > 0 && is_digit(static_cast<unsigned char>(url[i - 1]))))
      continue;
    std::size_t end = i;
    while (end < url.size() &&
           (is_digit(static_cast<unsigned char>(url[end])) || url[end] == '/' || url[end] == '-' || url[end] == '_'))
      ++end;
    std::vector<std::pair<int, std::size_t>> numbers;  // value, digits
    for (std::size_t k = i; k < end; ++k) {
      if (!is_digit(static_cast<unsigned char>(url[k]))) continue;
      const std::size_t begin = k;
      int value = 0;
      for (; k < end && is_digit(static_cast<unsigned char>(url[k])); ++k)
        if (k - begin < 8) value = value * 10 + (url[k] - '0');
      numbers.emplace_back(value, k - begin);
    }
    if (numbers.empty()) continue;
    if (numbers[0].second == 8) {
      const int n = numbers[0].first;
      const auto date = make_date(n / 10000, n / 100 % 100, n % 100);
      if (date && n / 10000 >= kFirstYear && n / 10000 <= kLastYear) return {date, date};
    }
    if (const auto date = day_first(numbers)) return {date, date};
    if (numbers[0].second != 4 || numbers[0].first < kFirstYear || numbers[0].first > kLastYear) continue;
    if (numbers.size() >= 3 && numbers[1].second <= 2 && numbers[2].second <= 2)
      if (const auto date = make_date(numbers[0].first, numbers[1].first, numbers[2].first)) return {date, date};
    if (numbers.size() >= 2 && numbers[1].second == 2 && month.empty())
      if (const auto first = make_date(numbers[0].first, numbers[1].first, 1))
        month = {first, first->plus(days_in_month(numbers[0].first, numbers[1].first) - 1)};
  }
  return month;
}

}  // namespace rashomon::ingest

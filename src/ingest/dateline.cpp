#include "ingest/dateline.hpp"

#include "ingest/chars.hpp"
#include "ingest/credits.hpp"
#include "ingest/paragraphs.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kLongest = 110;  // bytes up to the mark
constexpr std::size_t kPlaceWords = 7;

constexpr bool is_dash(char32_t c) { return c == '-' || (c >= 0x2012 && c <= 0x2015); }

/// The mark that closes a dateline: its begin, its end, and which it is.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t sign = 0;
};

/// The first dash, colon or bar outside brackets that can close a dateline.
std::optional<Mark> find_mark(std::string_view s) {
  int depth = 0;
  for (std::size_t i = 0; i < std::min(s.size(), kLongest);) {
    const std::size_t begin = i;
    const char32_t c = next_char(s, i);
    depth += (c == '(') - (c == ')');
    if (depth > 0) continue;
    if (c == '.' && i < s.size() && is_space(static_cast<unsigned char>(s[i])) && begin > 5 &&
        is_lower(static_cast<unsigned char>(s[begin - 1])) && begin >= 6 &&
        s.substr(0, begin).rfind(' ') != std::string_view::npos && begin - s.substr(0, begin).rfind(' ') > 6)
      return {};  // a sentence ended
    if (c == ':' || c == '|') return Mark{begin, i, c};
    if (!is_dash(c)) continue;
    std::size_t end = i;
    while (end < s.size()) {
      std::size_t j = end;
      if (!is_dash(next_char(s, j))) break;
      end = j;
    }
    std::size_t before = begin;
    const bool spaced = begin > 0 && (is_space(previous_char(s, before)) || s[begin - 1] == ')');
    const bool behind = end < s.size() && is_space(static_cast<unsigned char>(s[end]));
    if (c != '-' || end - begin > 1 || spaced || behind) return Mark{begin, end, c};
    i = end;
  }
  return {};
}

bool in_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_char(word, i);
    if (is_lower(c)) return false;
    letters += is_letter(c);
  }
  return letters >= 2;
}

/// Every word begins with a capital, or is a particle of place names.
bool is_name(std::string_view place) {
  if (place.empty() || count_words(place) > kPlaceWords) return false;
  for (std::size_t i = 0; i < place.size();) {
    const std::size_t stop = std::min(place.find_first_of(" \n\t", i), place.size());
    const std::string word = lower(place.substr(i, stop - i));
    std::size_t at = i;
    const char32_t c = stop > i ? next_char(place, at) : U'A';
    const bool particle = word == "of" || word == "and" || word == "de" || word == "al" || word == "the" ||
                          word == "la" || word == "el" || word == "do" || word == "del" || word == "near" ||
                          word == "in" || word == "on";
    if (!is_upper(c) && !particle && c != '\'' && c != 0x2019) return false;
    i = stop + 1;
  }
  return !tables().not_places.contains(lower(place.substr(0, std::min(place.find_first_of(" ,:"), place.size()))));
}

/// Takes "(Agency)" and ", Agency" off the end of `head`.
void take_agency(std::string_view& head, WrittenDateline& out) {
  head = trim(head);
  std::size_t cut = std::string_view::npos;
  if (head.ends_with(')')) cut = head.rfind('(');
  else if (const std::size_t comma = head.rfind(','); comma != std::string_view::npos) cut = comma;
  if (cut == std::string_view::npos || cut == 0) return;
  const auto agencies = agency_list(head.substr(cut));
  const bool bracket = head[cut] == '(';
  if (agencies.empty() && !(bracket && head.size() - cut < 40)) return;
  out.agencies = agencies;
  head = trim(head.substr(0, cut));
}

/// Takes the date, and all behind it, off the end of `head`.
void take_date(std::string_view text, std::string_view& head, WrittenDateline& out) {
  const auto dates = find_dates(head);
  if (dates.empty() || dates.back().day == 0 || dates.back().span.begin == 0) return;
  if (head.size() - dates.back().span.end > 2) return;
  WrittenDate date = dates.back();
  const auto base = static_cast<std::uint32_t>(head.data() - text.data());
  head = trim(head.substr(0, date.span.begin));
  date.span = {base + date.span.begin, base + date.span.end};
  out.date = date;
  while (!head.empty() && (head.back() == ',' || head.back() == '(')) head = trim(head.substr(0, head.size() - 1));
}

}  // namespace

std::optional<WrittenDateline> find_dateline(std::string_view text, Span paragraph) {
  const std::string_view s = slice(text, paragraph);
  const auto mark = find_mark(s);
  if (!mark || mark->begin < 2 || trim(s.substr(mark->end)).empty()) return {};
  WrittenDateline out;
  std::size_t end = mark->end;
  std::string_view head = trim(s.substr(0, mark->begin));
  const bool bracketed = head.starts_with('(') && head.ends_with(')') && head.find(')') == head.size() - 1;
  if (bracketed) head = trim(head.substr(1, head.size() - 2));
  if (mark->sign == '|') {
    const std::size_t second = s.find('|', mark->end);
    if (second == std::string_view::npos || second > kLongest) return {};
    out.agencies = agency_list(s.substr(mark->end, second - mark->end));
    if (out.agencies.empty()) return {};
    end = second + 1;
  }
  take_agency(head, out);
  take_date(text, head, out);
  if (out.agencies.empty()) take_agency(head, out);
  if (!is_name(head) || find_agency(head)) return {};
  // In small letters only an agency or a date makes it a dateline; a colon asks for capitals throughout.
  const std::string_view city = head.substr(0, std::min(head.find(','), head.size()));
  const bool capitals = in_capitals(city);
  if (!capitals && out.agencies.empty() && !out.date) return {};
  if (mark->sign == ':' && !(capitals && head.size() >= 4)) return {};
  const auto begin = static_cast<std::uint32_t>(head.data() - text.data());
  out.place = {begin, begin + static_cast<std::uint32_t>(head.size())};
  out.span = {paragraph.begin, paragraph.begin + static_cast<std::uint32_t>(end)};
  return out;
}

}  // namespace rashomon::ingest

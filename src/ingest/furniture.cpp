#include "ingest/furniture.hpp"

#include <algorithm>
#include <bit>

#include "ingest/chars.hpp"
#include "ingest/credits.hpp"
#include "ingest/dates.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kLineWords = 12;
constexpr std::size_t kStartWords = 30;
constexpr std::size_t kDateLineWords = 24;
constexpr std::size_t kAnywhereWords = 60;
constexpr std::size_t kTickerGap = 3;  // blanks between headlines

/// words_key() without numbers: "Comments (12)" and "Comments" are one.
std::string line_key(std::string_view key) {
  std::string out;
  out.reserve(key.size());
  each_word(key, [&](std::string_view word) {
    if (word.find_first_not_of("0123456789") == std::string_view::npos) return;
    if (!out.empty()) out += ' ';
    out += word;
  });
  return out;
}

std::optional<Furniture> by_line(std::string_view block_key) {
  const bool numbers = count_bytes(block_key, [](char, char c) { return is_digit_byte(c); }) > 0;
  const std::string kept = numbers ? line_key(block_key) : std::string();
  const std::string_view key = numbers ? kept : block_key;
  if (key.empty()) return Furniture{BlockKind::furniture, "no words"};
  const Tables& t = tables();
  if (const std::uint32_t number = t.line_numbers.of(key); number > 0)
    return Furniture{BlockKind::furniture, t.lines[number - 1].reason, t.lines[number - 1].tail};
  return {};
}

/// A line of words that are all of one kind: the buttons of a share bar.
std::optional<Furniture> by_words(std::string_view block_key, std::size_t words) {
  if (words < 2) return {};
  std::uint32_t common = ~0U;
  each_word(block_key, [&](std::string_view word) { common &= tables().line_words.of(word); });
  if (common == 0 || block_key.empty()) return {};
  return Furniture{BlockKind::furniture,
                   tables().line_word_reasons[static_cast<std::size_t>(std::countr_zero(common))]};
}

std::optional<Furniture> by_start(std::string_view low) {
  const std::uint32_t number = tables().start_numbers.of(low.substr(0, kStartBytes));
  if (number == 0) return {};
  for (const Phrase& phrase : tables().starts[number - 1]) {
    if (!low.starts_with(phrase.text)) continue;
    const std::string_view rest = low.substr(phrase.text.size());
    if (phrase.where == Where::tail) {
      if (rest.starts_with(":")) return Furniture{BlockKind::furniture, phrase.reason, false};
      continue;
    }
    const bool whole = rest.empty() || !is_letter(static_cast<unsigned char>(phrase.text.back())) ||
                       !is_letter(static_cast<unsigned char>(rest.front()));
    if (whole) return Furniture{BlockKind::furniture, phrase.reason};
  }
  return {};
}

std::optional<Furniture> anywhere(std::string_view low) {
  const Tables& t = tables();
  std::size_t first = t.anywhere.size();
  t.find_anywhere.each(low, [&](std::size_t phrase, std::size_t) { first = std::min(first, phrase); });
  if (first == t.anywhere.size()) return {};
  return Furniture{BlockKind::furniture, t.anywhere[first].reason};
}

/// A line of a date, a section and little else: "World | 2021-03-05 13:06", "Posted: Tuesday, January 28, 2014".
bool is_date_line(std::string_view block, std::size_t words, std::span<const WrittenDate> dates) {
  if (words > kDateLineWords || dates.empty()) return false;
  std::size_t covered = 0;
  bool full = false;
  for (const WrittenDate& date : dates) {
    covered += count_words(slice(block, date.span));
    full |= date.year > 0 && date.day > 0;
  }
  const char32_t last = static_cast<unsigned char>(block.back());
  return full && words - std::min(words, covered) <= 4 && (last != '.' || words <= covered + 1);
}

/// "Home | World | Sport", "Facebook Twitter Email": short cells between bars, dots or arrows.
bool is_link_row(std::string_view block, std::size_t words) {
  if (count_bytes(block, [](char, char c) { return (c == '|') | (c == '\xC2') | (c == '\xE2'); }) < 2) return false;
  std::size_t cells = 1, marks = 0;
  for (std::size_t i = 0; i < block.size();) {
    const char32_t c = next_char(block, i);
    const bool mark = c == '|' || c == 0x2022 || c == 0xBB || c == 0x203A || c == 0xB7;
    marks += mark, cells += mark;
  }
  return marks >= 2 && words <= cells * 4 + marks;
}

}  // namespace

bool is_ticker(std::string_view block) {
  std::size_t headlines = 0, gap = 0, words = 0;
  bool inside = false, stop = false, bad = false;
  const auto close = [&] {
    bad |= words > 30 || stop;
    headlines += words >= 3;
    words = 0;
  };
  for (std::size_t i = 0; i < block.size();) {
    const char32_t c = next_char(block, i);
    if (is_space(c)) {
      ++gap;
      inside = false;
      continue;
    }
    if (gap >= kTickerGap && words > 0) close();
    gap = 0;
    words += !inside;
    inside = true;
    stop = c == '.';
  }
  if (words > 0) close();
  return headlines >= 3 && !bad;
}

std::optional<Furniture> find_furniture(std::string_view block) {
  const Words words = measure_words(block);
  const auto dates = words.count <= kDateLineWords ? find_dates(block) : std::vector<WrittenDate>();
  return find_furniture({block, words_key(block), words, dates});
}

std::optional<Furniture> find_furniture(const MeasuredText& measured) {
  const std::string_view block = measured.text;
  const auto [words, longest_gap] = measured.words;
  if (words <= kLineWords) {
    if (const auto line = by_line(measured.key)) return line;
    if (const auto line = by_words(measured.key, words)) return line;
  }
  if (longest_gap >= kTickerGap && is_ticker(block)) return Furniture{BlockKind::furniture, "ticker"};
  if (const auto credit = picture_credit(block, words)) return credit;
  if (is_date_line(block, words, measured.dates)) return Furniture{BlockKind::furniture, "date line"};
  if (words > kAnywhereWords) return {};
  const std::string low = lower(block);
  if (words <= kStartWords)
    if (const auto start = by_start(low)) return start;
  if (const auto any = anywhere(low)) return any;
  if (is_link_row(block, words)) return Furniture{BlockKind::furniture, "link row"};
  return {};
}

}  // namespace rashomon::ingest

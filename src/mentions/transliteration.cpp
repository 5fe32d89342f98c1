#include "mentions/transliteration.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace rashomon::mentions {
namespace {

// Two letters that stand for one consonant.
char digraph(char a, char b) {
  if (b != 'h') return 0;
  switch (a) {
    case 'k': return 'x';
    case 'g': return 'g';
    case 's':
    case 'c': return 's';
    case 't': return 't';
    case 'd': return 'd';
    case 'z': return 'z';
    case 'p': return 'f';
    default: return 0;
  }
}

char plain(char c) {
  switch (c) {
    case 'q':
    case 'c': return 'k';
    case 'p': return 'b';
    case 'v': return 'w';
    default: return c;
  }
}

}  // namespace

std::string joined_name(std::string_view folded) {
  std::string out;
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t j = std::min(folded.find(' ', i), folded.size());
    const std::string_view word = folded.substr(i, j - i);
    if (word != "al" || folded.size() == 2) out += word;
    i = j + 1;
  }
  return out;
}

std::string consonants_of(std::string_view folded) {
  const std::string name = joined_name(folded);
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    if (i + 1 < name.size()) {
      if (const char d = digraph(c, name[i + 1])) {
        c = d;
        ++i;
      }
    }
    const bool vowel = std::string_view("aeiouyw").find(c) != std::string_view::npos;
    const bool silent = c == 'h' && i + 1 == name.size();
    if (vowel || silent || c < 'a' || c > 'z') continue;
    c = plain(c);
    if (out.empty() || out.back() != c) out += c;
  }
  return out.size() < 2 ? std::string() : out;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if ((a.size() > b.size() ? a.size() - b.size() : b.size() - a.size()) > limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return std::min(row[b.size()], limit + 1);
}

bool is_romanised(std::string_view iso3) {
  static constexpr std::array<std::string_view, 22> kCountries = {
      "AFG", "ARE", "BHR", "DZA", "EGY", "IRN", "IRQ", "JOR", "KWT", "LBN", "LBY",
      "MAR", "MRT", "OMN", "PAK", "PSE", "QAT", "SAU", "SDN", "SYR", "TUN", "YEM"};
  return std::binary_search(kCountries.begin(), kCountries.end(), iso3);
}

}  // namespace rashomon::mentions

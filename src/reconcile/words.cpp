#include "reconcile/words.hpp"

#include <algorithm>
#include <charconv>

#include "core/hash.hpp"
#include "reconcile/tables.hpp"

namespace rashomon::reconcile {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Typographic quotation marks and dashes (U+2010 to U+203F) part words, as their ASCII forms do.
bool is_punctuation(std::string_view text, std::size_t i) {
  return i + 2 < text.size() && text[i] == '\xe2' && text[i + 1] == '\x80';
}

bool ends(std::string_view word, std::string_view end) {
  return word.size() > end.size() && word.substr(word.size() - end.size()) == end;
}

const std::vector<std::string_view>& stop_words() {
  static const auto words = [] {
    std::vector<std::string_view> out;
    for (const auto& row : table("stop_words.tsv", 1)) out.push_back(row[0]);
    std::sort(out.begin(), out.end());
    return out;
  }();
  return words;
}

}  // namespace

std::vector<Token> tokens_with_spans(std::string_view text) {
  std::vector<Token> out;
  bool open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = is_punctuation(text, i);
    const bool letter = !dash && is_word_byte(text[i]);
    if (letter && !open) out.push_back({{}, {static_cast<std::uint32_t>(i), 0}});
    if (letter) out.back().word += lower(text[i]), out.back().span.end = static_cast<std::uint32_t>(i + 1);
    open = letter;
    if (dash) i += 2;
  }
  return out;
}

std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> out;
  for (Token& t : tokens_with_spans(text)) out.push_back(std::move(t.word));
  return out;
}

std::string stem_of(std::string_view word) {
  std::string w(word);
  if (w.size() > 4 && ends(w, "ies")) {
    w.replace(w.size() - 3, 3, "y");
  } else if (w.size() > 5 && ends(w, "ing")) {
    w.resize(w.size() - 3);
  } else if (w.size() > 4 && ends(w, "ed")) {
    w.resize(w.size() - 2);
  } else if (w.size() > 3 && w.back() == 's' && w[w.size() - 2] != 's' && w[w.size() - 2] != 'u') {
    w.pop_back();
  }
  if (w.size() > 4 && w.back() == 'e') w.pop_back();
  return w;
}

std::vector<std::string> content_stems(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string& token : tokens_of(text)) {
    if (token.size() < 3 || (token[0] >= '0' && token[0] <= '9')) continue;
    if (!std::binary_search(stop_words().begin(), stop_words().end(), std::string_view(token)))
      out.push_back(stem_of(token));
  }
  return out;
}

double log2_of(double x) {
  double whole = 0;
  while (x >= 2) x /= 2, ++whole;
  // ln((1 + y) / (1 - y)) = 2 (y + y^3/3 + y^5/5 + …) with y = (x - 1) / (x + 1) <= 1/3.
  const double y = (x - 1) / (x + 1), y2 = y * y;
  const double series = y * (1 + y2 * (1.0 / 3 + y2 * (1.0 / 5 + y2 * (1.0 / 7 + y2 / 9))));
  return whole + 2 * series * 1.4426950408889634;
}

std::uint32_t Vocabulary::add(std::string_view word) {
  const auto it = ids_.find(word);
  if (it != ids_.end()) return it->second;
  const auto id = static_cast<std::uint32_t>(words_.size());
  words_.emplace_back(word);
  ids_.emplace(words_.back(), id);
  return id;
}

double background_rate(std::string_view stem, double otherwise) {
  static const auto rates = [] {
    std::map<std::string_view, double> out;
    for (const auto& row : table("word_df.tsv", 2)) {
      int rate = 0;
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), rate);
      out[row[0]] = rate;
    }
    return out;
  }();
  const auto it = rates.find(stem);
  return it == rates.end() ? otherwise : it->second;
}

double containment(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++shared;
    const bool left = a[i] <= b[j], right = b[j] <= a[i];
    i += left, j += right;
  }
  return static_cast<double>(shared) / static_cast<double>(std::min(a.size(), b.size()));
}

std::vector<std::uint64_t> shingles_of(const std::vector<std::string>& tokens, std::size_t length) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i + length <= tokens.size(); ++i) {
    std::string run;
    for (std::size_t j = i; j < i + length; ++j) run += tokens[j] + ' ';
    out.push_back(checksum64(run));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace rashomon::reconcile

#include "mentions/scan.hpp"

#include <algorithm>
#include <array>

namespace rashomon::mentions {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

struct Special {
  std::string_view bytes;
  std::string_view low;
};

// Marks beyond ASCII that numbers and times are written with. Vulgar fractions are read as their decimal.
constexpr std::array<Special, 17> kSpecials = {{{"\xE2\x80\x98", "'"},
                                                {"\xE2\x80\x99", "'"},
                                                {"\xE2\x80\x9C", "\""},
                                                {"\xE2\x80\x9D", "\""},
                                                {"\xE2\x80\x90", "-"},
                                                {"\xE2\x80\x91", "-"},
                                                {"\xE2\x80\x92", "-"},
                                                {"\xE2\x80\x93", "-"},
                                                {"\xE2\x80\x94", "-"},
                                                {"\xE2\x88\x92", "-"},
                                                {"\xC2\xA3", "\xC2\xA3"},
                                                {"\xE2\x82\xAC", "\xE2\x82\xAC"},
                                                {"\xC2\xA5", "\xC2\xA5"},
                                                {"\xC2\xBD", "0.5"},
                                                {"\xC2\xBC", "0.25"},
                                                {"\xC2\xBE", "0.75"},
                                                {"\xC2\xB0", "\xC2\xB0"}}};

const Special* special_at(std::string_view text) {
  if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80) return nullptr;
  for (const Special& s : kSpecials)
    if (text.substr(0, s.bytes.size()) == s.bytes) return &s;
  return nullptr;
}

// The end of a numeral that begins at 0: digits, with "," before each three more and one "." before decimals.
std::size_t numeral_end(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && is_digit(text[i])) ++i;
  const bool may_group = i <= 3;
  while (may_group && i + 3 < text.size() && text[i] == ',' && is_digit(text[i + 1]) && is_digit(text[i + 2]) &&
         is_digit(text[i + 3]) && (i + 4 >= text.size() || !is_digit(text[i + 4])))
    i += 4;
  if (i + 1 < text.size() && text[i] == '.' && is_digit(text[i + 1])) {
    std::size_t k = i + 1;
    while (k < text.size() && is_digit(text[k])) ++k;
    const bool more = k + 1 < text.size() && text[k] == '.' && is_digit(text[k + 1]);  // "26.11.2014", "10.0.3"
    if (!more) return k;
  }
  return i;
}

std::size_t letters_end(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && (is_letter(text[i]) || (i > 0 && text[i] == '.' && is_letter(text[i - 1]))) &&
         special_at(text.substr(i)) == nullptr)
    ++i;
  return i;
}

std::string lowered(std::string_view text, char dropped) {
  std::string out;
  for (char c : text)
    if (c != dropped) out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}

// The first word of `text`, which is not empty; its span is relative to `text`.
// `before`: what stands before it in its token.
Word next_word(std::string_view text, std::string_view before) {
  const bool after_digits = !before.empty() && is_digit(before.back());
  const bool after_point = before.size() > 1 && before.back() == '.' && is_digit(before[before.size() - 2]);
  Word word;
  std::size_t size = 1;
  if (is_digit(text[0]) || (!after_digits && text[0] == '.' && text.size() > 1 && is_digit(text[1]))) {
    size = text[0] == '.' ? 1 + numeral_end(text.substr(1))
                          : numeral_end(after_point ? text.substr(0, text.find('.')) : text);
    word.kind = WordKind::digits;
    word.low = (text[0] == '.' ? "0" : "") + lowered(text.substr(0, size), ',');
  } else if (const Special* s = special_at(text)) {
    size = s->bytes.size();
    word.low = s->low;
    word.kind = is_digit(s->low[0]) ? WordKind::digits : WordKind::mark;
  } else if (is_letter(text[0])) {
    size = letters_end(text);
    word.kind = WordKind::letters;
    word.low = lowered(text.substr(0, size), '.');
    word.capital = text[0] >= 'A' && text[0] <= 'Z';
  } else {
    word.low = text.substr(0, 1);
  }
  word.span = {0, static_cast<std::uint32_t>(std::max<std::size_t>(size, 1))};
  return word;
}

bool is_space(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

}  // namespace

std::vector<Word> scan_words(const ingest::Document& document, const language::Parse& parse) {
  const std::string_view text = document.text;
  std::vector<Word> out;
  std::size_t block = 0;
  std::size_t last_block = document.blocks.size();
  for (std::uint32_t t = 0; t < parse.tokens.size(); ++t) {
    const Span token = parse.tokens[t].span;
    if (is_space(slice(text, token))) continue;
    while (block < document.blocks.size() && document.blocks[block].span.end <= token.begin) ++block;
    for (std::uint32_t at = token.begin; at < token.end;) {
      Word word = next_word(text.substr(at, token.end - at), text.substr(token.begin, at - token.begin));
      word.span = {at + word.span.begin, at + word.span.end};
      word.token = t;
      const std::uint32_t before = out.empty() ? 0 : out.back().span.end;
      const std::string_view gap = text.substr(before, word.span.begin - before);
      word.glued = !out.empty() && gap.empty();
      word.opens = out.empty() || block != last_block || std::count(gap.begin(), gap.end(), '\n') > 1;
      last_block = block;
      at = word.span.end;
      out.push_back(std::move(word));
    }
  }
  return out;
}

std::vector<std::span<const Word>> segments_of(const std::vector<Word>& words) {
  std::vector<std::span<const Word>> out;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t j = i + 1;
    while (j < words.size() && !words[j].opens) ++j;
    out.emplace_back(words.data() + i, j - i);
    i = j;
  }
  return out;
}

}  // namespace rashomon::mentions

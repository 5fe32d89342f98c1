#include "language/lexeme.hpp"

#include <algorithm>

#include "language/string_id.hpp"
#include "language/unicode.hpp"

namespace rashomon::language {
namespace {

constexpr std::size_t kLongWord = 100;
constexpr int kLongestRun = 4;
constexpr std::size_t kSuffixLength = 3;

std::string_view shape_of(char32_t c, std::string_view itself) {
  if (is_alphabetic(c)) return is_upper(c) ? "X" : "x";
  return is_digit(c) ? "d" : itself;
}

bool all_space(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (!is_space(c.value)) return false;
    at += c.size;
  }
  return true;
}

}  // namespace

std::string word_shape(std::string_view word) {
  std::string out;
  std::string_view last;
  int run = 0;
  std::size_t length = 0;
  for (std::size_t at = 0; at < word.size(); ++length) {
    if (length + 1 >= kLongWord) return "LONG";
    const CodePoint c = code_point_at(word, at);
    const std::string_view symbol = shape_of(c.value, word.substr(at, c.size));
    run = symbol == last ? run + 1 : 1;
    last = symbol;
    if (run <= kLongestRun) out += symbol;
    at += c.size;
  }
  return out;
}

Result<Lexicon> Lexicon::read(const ModelFile& model) {
  Lexicon lexicon;
  const auto words = model.array<std::uint64_t>("lexeme.words");
  if (!words) return tl::unexpected(words.error());
  const auto norms = model.array<std::uint64_t>("lexeme.norms", words->size());
  if (!norms) return tl::unexpected(norms.error());
  lexicon.words_ = *words;
  lexicon.norms_ = *norms;
  return lexicon;
}

Lexeme Lexicon::lexeme(std::string_view word, std::string_view lower) const {
  Lexeme out;
  const auto found = std::lower_bound(words_.begin(), words_.end(), string_id(word));
  out.norm = found != words_.end() && *found == string_id(word) ? norms_[found - words_.begin()] : string_id(lower);
  out.prefix = string_id(word.substr(0, code_point_at(word, 0).size));
  std::size_t tail = word.size();
  for (std::size_t i = 0; i < kSuffixLength && tail > 0; ++i) tail = before(word, tail);
  out.suffix = string_id(word.substr(tail));
  out.shape = string_id(word_shape(word));
  out.space = all_space(word);
  return out;
}

}  // namespace rashomon::language

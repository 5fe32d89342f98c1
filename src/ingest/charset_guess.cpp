#include <unicode/uchar.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>
#include <unordered_set>
#include <vector>

#include "core/data.hpp"
#include "ingest/chars.hpp"
#include "ingest/charset.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_ingest();
}

namespace rashomon::ingest {
namespace {

constexpr std::size_t kLooksAt = 64 << 10;  // bytes behind the first past ASCII
constexpr std::size_t kSample = 8000;       // bytes that ICU's detector reads
constexpr std::size_t kSound = 50;          // characters for each that is out of place in a text that fits

struct Alphabet {
  std::vector<std::string> charsets;
  std::unordered_set<char32_t> letters;  ///< in both cases
};

std::vector<Alphabet> read_alphabets() {
  std::vector<Alphabet> out;
  for (const auto& row : read_table(find_data(embedded::files_ingest(), "ingest/alphabets.tsv"))) {
    Alphabet& alphabet = out.emplace_back();
    for (std::size_t i = 0; i < row[1].size();) {
      const std::size_t stop = std::min(row[1].find(' ', i), row[1].size());
      alphabet.charsets.emplace_back(row[1].substr(i, stop - i));
      i = stop + 1;
    }
    for (std::size_t i = 0; i < row[2].size();) {
      const char32_t c = next_char(row[2], i);
      alphabet.letters.insert(c);

      alphabet.letters.insert(c == U'i' ? U'\u0130' : static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))));
    }
  }
  return out;
}

const std::vector<Alphabet>& alphabets() {
  static const std::vector<Alphabet> kAll = read_alphabets();
  return kAll;
}

struct Close {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

bool past_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// The words that hold bytes past ASCII, a blank behind each; ASCII words are those of markup and of any charset.
std::string sample_of(std::string_view bytes) {
  std::string out;
  std::size_t first = 0;
  while (first < bytes.size() && !past_ascii(bytes[first])) ++first;
  bytes = bytes.substr(first > 32 ? first - 32 : 0, kLooksAt);
  const auto ends_word = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == '=';
  };
  for (std::size_t i = 0; i < bytes.size() && out.size() < kSample;) {
    std::size_t stop = i;
    bool telling = false;
    while (stop < bytes.size() && !ends_word(bytes[stop])) telling |= past_ascii(bytes[stop++]);
    if (telling) out.append(bytes.substr(i, std::min(stop - i, kSample))).push_back(' ');
    i = stop + 1;
  }
  return out;
}

/// Marks that texts of any language print.
bool is_usual_mark(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_CURRENCY_SYMBOL:
    case U_SPACE_SEPARATOR: return c != 0xA4 && c != 0xB6;  // letters of other charsets, as ± is
    default:
      return c == 0xB0 || c == 0xA9 || c == 0xAE || c == 0x2122 || c == 0x2116 || c == 0xBD || c == 0x200C ||
             c == 0x200E || c == 0x200F || (c >= 0x64B && c <= 0x652);
  }
}

/// True if `text` is written with the letters of `alphabet`, and in a case as people write.
bool fits(std::string_view text, const Alphabet& alphabet) {
  std::size_t seen = 0, wrong = 0;
  bool after_small = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_char(text, i);
    const bool capital = is_upper(c);
    wrong += capital && after_small;
    after_small = is_lower(c);
    if (c < 0x80) continue;
    ++seen;
    wrong += !alphabet.letters.contains(c) && !is_usual_mark(c);
  }
  return wrong * kSound <= seen;
}

/// Charsets in which the sample is a text of some language, the usual ones first.
std::vector<std::string> charsets_that_fit(std::string_view sample) {
  std::vector<std::string> out;
  for (const Alphabet& alphabet : alphabets())
    for (const std::string& charset : alphabet.charsets) {
      if (std::find(out.begin(), out.end(), charset) != out.end()) continue;
      const auto decoded = decode(sample, charset);
      if (decoded && decoded->errors * kSound <= sample.size() && fits(decoded->text, alphabet)) out.push_back(charset);
    }
  return out;
}

/// What ICU's detector finds, likeliest first.
std::vector<std::string> detected(std::string_view sample) {
  std::vector<std::string> out;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return out;
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t n = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &n, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < n; ++i) {
    std::string charset = charset_of_label(ucsdet_getName(matches[i], &status));
    if (charset == "KOI8-R") charset = "KOI8-U";  // the same letters, and the Ukrainian ones in place of frames
    if (!charset.empty() && !charset.starts_with("UTF-")) out.push_back(std::move(charset));
  }
  return out;
}

}  // namespace

std::string detect_charset(std::string_view bytes) {
  const std::string sample = sample_of(bytes);
  const std::vector<std::string> fit = charsets_that_fit(sample), likely = detected(sample);
  for (const std::string& charset : likely)
    if (std::find(fit.begin(), fit.end(), charset) != fit.end()) return charset;
  if (!fit.empty()) return fit.front();
  return likely.empty() ? "windows-1252" : likely.front();
}

}  // namespace rashomon::ingest

#include "ingest/block_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "ingest/chars.hpp"
#include "ingest/dates.hpp"
#include "ingest/furniture.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kMeasured = 3000;  // bytes of a block whose words are looked up
constexpr std::size_t kGoodWords = 12;   // a paragraph of this length, with few links, is likely running text

/// "17 responses to …", "3 Kommentare".
bool counts_comments(std::string_view s) {
  if (s.size() > 120 || !is_digit(static_cast<unsigned char>(s.front()))) return false;
  const auto words = words_of(s);
  if (words.size() < 2) return false;
  for (const std::string_view word :
       {"comment", "comments", "response", "responses", "replies", "thoughts", "kommentare", "kommentar", "comentarios",
        "commentaires", "reacties", "antworten"})
    if (words[1] == word) return true;
  return false;
}

/// The line that leads or closes one reader's comment: "Reply", "Ann says:", "Antworten".
bool is_reply(std::string_view s) {
  if (s.size() > 80) return false;
  const std::string low = lower(s);
  for (const std::string_view end :
       {" says:", " says", " said:", " schreibt:", " sagt:", " wrote:", " dit :", " dice:"})
    if (low.ends_with(end)) return true;
  for (const std::string_view whole : {"reply", "antworten", "répondre", "responder", "rispondi", "quote", "zitieren",
                                       "report", "melden", "permalink", "upvote", "like"})
    if (low == whole) return true;
  return false;
}

// Kinds of characters.
constexpr unsigned kSpace = 1, kUpper = 2, kDigit = 4, kComma = 8, kStop = 16, kQuote = 32, kSymbol = 64,
                   kCopyright = 128;

constexpr auto kAsciiKinds = [] {
  std::array<std::uint8_t, 128> kinds{};
  for (char32_t c = 0; c < 128; ++c)
    kinds[c] = static_cast<std::uint8_t>((c == ' ' || (c >= '\t' && c <= '\r') ? kSpace : 0) |
                                         (c >= 'A' && c <= 'Z' ? kUpper : 0) | (is_digit(c) ? kDigit : 0));
  kinds[','] = kComma, kinds['.'] = kinds['!'] = kinds['?'] = kStop, kinds['"'] = kQuote, kinds['|'] = kSymbol;
  return kinds;
}();

unsigned kinds_of(char32_t c) {
  if (c < 0x80) return kAsciiKinds[c];
  return (is_space(c) ? kSpace : 0) | (is_upper(c) ? kUpper : 0) |
         (c == 0x201C || c == 0x201E || c == 0xAB ? kQuote : 0) |
         (c == 0xBB || c == 0x203A || c == 0x2022 || c == 0x2192 ? kSymbol : 0) | (c == 0xA9 ? kCopyright : 0);
}

struct Characters {
  std::size_t words = 0, capitals = 0, digits = 0, commas = 0, stops = 0;  ///< capitals: words that begin with one
  unsigned kinds = 0;                                                      ///< all that are there
};

Characters count_characters(std::string_view s) {
  Characters n;
  bool start = true;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t at = i;
    const unsigned kinds = kinds_of(next_char(s, i));
    n.kinds |= kinds;
    if (start && !(kinds & kSpace)) ++n.words, n.capitals += (kinds & kUpper) != 0;
    start = (kinds & kSpace) != 0;
    n.digits += (kinds & kDigit) != 0, n.commas += (kinds & kComma) != 0;
    if ((kinds & kStop) && (i >= s.size() || s[i] == ' ') && at > 0) ++n.stops;
  }
  return n;
}

}  // namespace

BlockWords measure_words(const PageText& text, std::size_t index, const WordBits& title) {
  const PageBlock& block = text.blocks[index];
  const std::string_view s = slice(text.text, block.span);
  BlockWords w;
  w.bytes = static_cast<float>(s.size());
  w.links = static_cast<float>(block.link_bytes) / w.bytes;
  const std::optional<Furniture>& furniture = text.furniture[index];
  w.furniture = furniture.has_value();
  w.picture = furniture && furniture->kind != BlockKind::furniture;
  w.related_mark = furniture && furniture->reason == "related";
  w.comment_mark = (furniture && furniture->reason == "comment form") || counts_comments(s);
  w.reply = is_reply(s);
  const Characters counts = count_characters(s);
  w.words = static_cast<float>(counts.words), w.digits = static_cast<float>(counts.digits);
  w.commas = static_cast<float>(counts.commas), w.stops = static_cast<float>(counts.stops);
  w.quote = (counts.kinds & kQuote) != 0, w.symbols = (counts.kinds & kSymbol) != 0;
  w.copyright = (counts.kinds & kCopyright) != 0;
  std::size_t end = s.size();
  char32_t last = previous_char(s, end);
  while (end > 0 && (last == 0x201D || last == 0x201C || last == '"' || last == ')' || last == 0x2019))
    last = previous_char(s, end);
  w.ends_sentence = last == '.' || last == '!' || last == '?' || last == ':';
  const std::string cut = s.size() > kMeasured ? words_key(s.substr(0, kMeasured)) : std::string();
  const std::string_view key = s.size() > kMeasured ? cut : text.keys[index];
  const WordBits& common = tables().stopwords;
  float words = 0;
  each_word(key, [&](std::string_view word) {
    ++words;
    w.common += common.of(word) != 0;
    w.title_overlap += title.of(word) != 0;
  });
  const auto share = [](float& value, float of) { value = of > 0 ? value / of : 0; };
  share(w.common, words);
  share(w.title_overlap, static_cast<float>(std::max<std::size_t>(title.words(), 1)));
  w.capitals = w.words > 0 ? static_cast<float>(counts.capitals) / w.words : 0;
  share(w.digits, w.bytes);
  if (w.words <= 25) w.date = !find_dates(s).empty();
  w.good = w.words >= kGoodWords && w.links < 0.35F && !w.furniture && w.common > 0.1F;
  return w;
}

}  // namespace rashomon::ingest

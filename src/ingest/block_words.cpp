#include "ingest/block_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "ingest/chars.hpp"
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

/// Counts in a text whose white space is folded.
struct Characters {
  std::size_t capitals = 0, digits = 0, commas = 0, stops = 0;  ///< capitals: words that begin with one
  bool quote = false, symbol = false, copyright = false;
};

/// Adds what the characters past ASCII are.
void see_wide(std::string_view s, Characters& n) {
  for (std::size_t i = 0; i < s.size();) {
    if (static_cast<unsigned char>(s[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t at = i;
    const char32_t c = next_char(s, i);
    n.capitals += (at == 0 || s[at - 1] == ' ') && is_upper(c);
    n.quote |= c == 0x201C || c == 0x201E || c == 0xAB;
    n.symbol |= c == 0xBB || c == 0x203A || c == 0x2022 || c == 0x2192;
    n.copyright |= c == 0xA9;
  }
}

// What a byte is, in bits; two of them are counted in the upper half of a number.
constexpr std::uint64_t kBlank = 1, kUpper = 2, kStop = 4, kQuote = 8, kSymbol = 16, kWide = 32, kDigits = 1ULL << 32,
                        kCommas = 1ULL << 48, kCounted = kDigits | kCommas;
constexpr std::size_t kChunk = 0xFFFF;  // bytes whose digits and commas are counted before they are taken away

constexpr auto kBytes = [] {
  std::array<std::uint64_t, 256> bytes{};
  for (std::size_t c = 'A'; c <= 'Z'; ++c) bytes[c] = kUpper;
  for (std::size_t c = '0'; c <= '9'; ++c) bytes[c] = kDigits;
  for (std::size_t c = 0x80; c <= 0xFF; ++c) bytes[c] = kWide;
  bytes[' '] = kBlank, bytes[','] = kCommas, bytes['.'] = bytes['!'] = bytes['?'] = kStop;
  bytes['"'] = kQuote, bytes['|'] = kSymbol;
  return bytes;
}();

Characters count_characters(std::string_view s) {
  Characters n;
  std::uint64_t all = 0, before = kBlank;
  for (std::size_t begin = 0; begin < s.size(); begin += kChunk) {
    std::uint64_t counts = 0;
    for (const char c : s.substr(begin, kChunk)) {
      const std::uint64_t byte = kBytes[static_cast<unsigned char>(c)];
      all |= byte;
      counts += byte & kCounted;
      n.capitals += before & byte >> 1 & 1;
      n.stops += before >> 2 & byte & 1;
      before = byte;
    }
    n.digits += counts >> 32 & 0xFFFF, n.commas += counts >> 48;
  }
  n.stops += s.size() > 1 && (before & kStop) != 0;
  n.stops -= s.size() > 1 && (kBytes[static_cast<unsigned char>(s[0])] & kStop) != 0 && s[1] == ' ';  // ends nothing
  n.quote = (all & kQuote) != 0, n.symbol = (all & kSymbol) != 0;
  if ((all & kWide) != 0) see_wide(s, n);
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
  w.words = static_cast<float>(text.words[index]), w.digits = static_cast<float>(counts.digits);
  w.commas = static_cast<float>(counts.commas), w.stops = static_cast<float>(counts.stops);
  w.quote = counts.quote, w.symbols = counts.symbol, w.copyright = counts.copyright;
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
    const WordBits::Asked asked(word);
    w.common += common.of(asked) != 0;
    w.title_overlap += title.of(asked) != 0;
  });
  const auto share = [](float& value, float of) { value = of > 0 ? value / of : 0; };
  share(w.common, words);
  share(w.title_overlap, static_cast<float>(std::max<std::size_t>(title.words(), 1)));
  w.capitals = w.words > 0 ? static_cast<float>(counts.capitals) / w.words : 0;
  share(w.digits, w.bytes);
  if (w.words <= 25) w.date = !text.dates[index].empty();
  w.good = w.words >= kGoodWords && w.links < 0.35F && !w.furniture && w.common > 0.1F;
  return w;
}

}  // namespace rashomon::ingest

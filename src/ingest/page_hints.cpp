#include "ingest/page_hints.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/check.hpp"
#include "core/data.hpp"
#include "ingest/chars.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kLongestNames = 300;  // bytes of a class attribute that are looked at

/// Words of class attributes: split at capitals behind small letters and at what is no letter.
class NameReader {
 public:
  /// Bits of the parts that the words name, alone or two parts of one name together ("article-body").
  std::uint32_t read(std::string_view names) {
    if (names.empty()) return 0;
    Known& known = known_[slot(names)];
    if (known.names != names) known = {names, read_anew(names)};
    return known.bits;
  }

 private:
  struct Known {
    std::string_view names;
    std::uint32_t bits = 0;
  };

  /// Pages repeat their names: the ends and the size tell most of them apart.
  static std::size_t slot(std::string_view names) {
    std::uint64_t first = 0, last = 0;
    const std::size_t n = std::min(names.size(), sizeof first);
    std::memcpy(&first, names.data(), n);
    std::memcpy(&last, names.data() + names.size() - n, n);
    return ((first ^ last * 0xBF58476D1CE4E5B9U ^ names.size()) * 0x9E3779B97F4A7C15U) >> (64 - kKnownBits);
  }

  std::uint32_t read_anew(std::string_view names) {
    size_ = word_ = before_ = 0;
    bits_ = 0;
    bool small = false;
    for (const char c : names.substr(0, kLongestNames)) {
      const bool upper = c >= 'A' && c <= 'Z', lower_case = c >= 'a' && c <= 'z';
      if (!upper && !lower_case) {
        end_word();
        if (c == ' ') before_ = size_;  // names apart from each other are not read as one
        small = false;
        continue;
      }
      if (upper && small) end_word();
      letters_[size_++] = upper ? static_cast<char>(c + 32) : c;
      small = lower_case;
    }
    end_word();
    return bits_;
  }

  void end_word() {
    if (size_ == word_) return;
    const std::string_view letters(letters_.data(), size_);
    bits_ |= table_.of(letters.substr(word_));
    if (before_ < word_) bits_ |= table_.of(letters.substr(before_));
    before_ = word_, word_ = size_;
  }

  static constexpr int kKnownBits = 9;
  std::array<Known, 1 << kKnownBits> known_{};
  const WordBits& table_ = tables().hints;
  std::array<char, kLongestNames> letters_;  // those of the words, without what parts them
  std::size_t size_ = 0, word_ = 0, before_ = 0;
  std::uint32_t bits_ = 0;
};

/// True for attributes whose words tell what an element is for.
bool names_part(std::string_view attribute) {
  switch (attribute.size()) {
    case 2: return attribute == "id";
    case 4: return attribute == "role";
    case 5: return attribute == "class";
    case 8: return attribute == "itemprop";
    default: return false;
  }
}

}  // namespace

std::uint32_t hint_bit(std::string_view name) {
  const auto& parts = tables().hint_parts;
  const auto found = std::find(parts.begin(), parts.end(), name);
  RASHOMON_CHECK(found != parts.end() && "no such part in page_hints.tsv");
  return 1u << (found - parts.begin());
}

const std::vector<std::uint32_t>& hints_of(const Dom& dom) {
  std::vector<std::uint32_t>& out = dom.hints();
  if (!out.empty()) return out;
  RASHOMON_CHECK(tables().hint_parts.size() == kHintParts);
  out.resize(dom.nodes().size());
  NameReader reader;
  for (std::uint32_t i = 0; i < out.size(); ++i)
    for (const Attribute& attribute : dom.attributes(i))
      if (names_part(attribute.name)) out[i] |= reader.read(attribute.value);
  return out;
}

}  // namespace rashomon::ingest

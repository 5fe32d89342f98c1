#include "ingest/page_hints.hpp"

#include <array>

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

 private:
  void end_word() {
    if (size_ == word_) return;
    const std::string_view letters(letters_.data(), size_);
    bits_ |= table_.of(letters.substr(word_));
    if (before_ < word_) bits_ |= table_.of(letters.substr(before_));
    before_ = word_, word_ = size_;
  }

  const WordBits& table_ = tables().hints;
  std::array<char, kLongestNames> letters_;  // those of the words, without what parts them
  std::size_t size_ = 0, word_ = 0, before_ = 0;
  std::uint32_t bits_ = 0;
};

}  // namespace

std::size_t hint_part(std::string_view name) {
  const auto& parts = tables().hint_parts;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i] == name) return i;
  RASHOMON_CHECK(false && "no such part in page_hints.tsv");
  return 0;
}

const std::vector<std::uint32_t>& hints_of(const Dom& dom) {
  std::vector<std::uint32_t>& out = dom.hints();
  if (!out.empty()) return out;
  RASHOMON_CHECK(tables().hint_parts.size() == kHintParts);
  out.resize(dom.nodes().size());
  NameReader reader;
  for (std::uint32_t i = 0; i < out.size(); ++i)
    for (const Attribute& attribute : dom.attributes(i))
      if (attribute.name == "class" || attribute.name == "id" || attribute.name == "role" ||
          attribute.name == "itemprop")
        out[i] |= reader.read(attribute.value);
  return out;
}

}  // namespace rashomon::ingest

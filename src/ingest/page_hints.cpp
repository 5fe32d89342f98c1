#include "ingest/page_hints.hpp"

#include <string>
#include <unordered_map>

#include "core/check.hpp"
#include "core/data.hpp"
#include "ingest/chars.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kLongestNames = 300;  // bytes of a class attribute that are looked at

/// Words of a class attribute: split at capitals behind small letters and at what is no letter.
void split_names(std::string_view names, std::vector<std::string>& words, std::vector<bool>& joined) {
  bool small = false, fresh = true;
  for (const char c : names.substr(0, kLongestNames)) {
    const bool upper = c >= 'A' && c <= 'Z', lower_case = c >= 'a' && c <= 'z';
    if (!upper && !lower_case) {
      // Words of one name may be read as one ("article-body"), names apart from each other may not.
      if (!fresh) words.emplace_back(), joined.push_back(c != ' ');
      fresh = true, small = false;
      if (c == ' ' && !joined.empty()) joined.back() = false;
      continue;
    }
    if (words.empty()) words.emplace_back(), joined.push_back(false);
    if (upper && small && !fresh) words.emplace_back(), joined.push_back(true);
    words.back().push_back(upper ? static_cast<char>(c + 32) : c);
    fresh = false, small = lower_case;
  }
}

}  // namespace

std::size_t hint_part(std::string_view name) {
  const auto& parts = tables().hint_parts;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i] == name) return i;
  RASHOMON_CHECK(false && "no such part in page_hints.tsv");
  return 0;
}

std::vector<std::uint32_t> hints_of(const Dom& dom) {
  const auto& table = tables().hints;
  RASHOMON_CHECK(tables().hint_parts.size() == kHintParts);
  std::unordered_map<std::string_view, std::uint32_t> known;
  const auto read = [&](std::string_view names) {
    if (names.empty()) return 0u;
    const auto [at, fresh] = known.emplace(names, 0);
    if (!fresh) return at->second;
    std::vector<std::string> words;
    std::vector<bool> joined;
    split_names(names, words, joined);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (const auto found = table.find(words[i]); found != table.end()) bits |= found->second;
      if (i == 0 || !joined[i]) continue;
      if (const auto found = table.find(words[i - 1] + words[i]); found != table.end()) bits |= found->second;
    }
    return at->second = bits;
  };
  std::vector<std::uint32_t> out(dom.nodes().size());
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    if (dom[i].attributes == 0) continue;
    for (const std::string_view name : {"class", "id", "role", "itemprop"}) out[i] |= read(dom.attribute(i, name));
  }
  return out;
}

}  // namespace rashomon::ingest

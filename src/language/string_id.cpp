#include "language/string_id.hpp"

#include <charconv>
#include <cstring>
#include <unordered_map>

#include "core/data.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_language();
}

namespace rashomon::language {
namespace {

constexpr std::uint64_t kMultiplier = 0xc6a4a7935bd1e995U;
constexpr int kShift = 47;
constexpr std::uint64_t kSeed = 1;

std::uint64_t murmur64a(std::string_view bytes) {
  std::uint64_t hash = kSeed ^ (bytes.size() * kMultiplier);
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, bytes.data() + at, 8);
    block *= kMultiplier;
    block ^= block >> kShift;
    hash = (hash ^ block * kMultiplier) * kMultiplier;
  }
  if (at < bytes.size()) {
    std::uint64_t tail = 0;
    std::memcpy(&tail, bytes.data() + at, bytes.size() - at);
    hash = (hash ^ tail) * kMultiplier;
  }
  hash = (hash ^ hash >> kShift) * kMultiplier;
  return hash ^ hash >> kShift;
}

struct Symbols {
  std::unordered_map<std::string_view, std::uint64_t> ids;
  std::size_t longest = 0;
};

const Symbols& symbols() {
  static const Symbols kSymbols = [] {
    Symbols out;
    for (const auto& row : read_table(find_data(embedded::files_language(), "language/symbols.tsv"))) {
      std::uint64_t id = 0;
      std::from_chars(row[1].data(), row[1].data() + row[1].size(), id);
      out.ids.emplace(row[0], id);
      out.longest = std::max(out.longest, row[0].size());
    }
    return out;
  }();
  return kSymbols;
}

}  // namespace

std::uint64_t string_id(std::string_view string) {
  if (string.empty()) return 0;
  const Symbols& known = symbols();
  if (string.size() <= known.longest)
    if (const auto found = known.ids.find(string); found != known.ids.end()) return found->second;
  return murmur64a(string);
}

}  // namespace rashomon::language

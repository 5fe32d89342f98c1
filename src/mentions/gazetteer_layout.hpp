#pragma once

#include <cstdint>

/// The sections of gazetteer.model: "entries" (PackedEntry), "keys" (PackedKey ascending by folded name), "postings"
/// (entry index, high bit: by an alternate name), "pool" (text), "consonants" (PackedKey ascending by consonants_of the
/// name, for countries that romanise), "similar" (key index). Internal to the room.
namespace rashomon::mentions {

inline constexpr std::uint32_t kGazetteerVersion = 2;
inline constexpr std::uint32_t kAlternateBit = 0x80000000U;

struct PackedText {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

struct PackedEntry {
  std::int64_t geonames_id = 0;
  std::int64_t population = 0;
  double latitude = 0;
  double longitude = 0;
  PackedText name;
  PackedText admin1;
  char country[4] = {};
  std::uint8_t level = 0;
  std::uint8_t point_made = 0;
  std::uint8_t capital = 0;
  std::uint8_t spare = 0;
};
static_assert(sizeof(PackedEntry) == 56);

struct PackedKey {
  PackedText name;
  std::uint32_t first = 0;  ///< into postings
  std::uint32_t count = 0;
};

}  // namespace rashomon::mentions

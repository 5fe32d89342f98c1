#pragma once

#include <cstdint>

namespace rashomon::unpack {

/// How much one input may become once it is unpacked, in all its layers: bytes, files, and damaged places that are
/// passed over. News compresses 3 to 20 times; a bomb a thousand times a layer.
class Budget {
 public:
  static constexpr std::uint64_t kFree = 1 << 30, kTimes = 200;                 ///< bytes, and for each that came in
  static constexpr std::uint64_t kFreeOfLayer = 32 << 20;                       ///< the same of one layer
  static constexpr std::uint64_t kFreeMembers = 1'000'000, kBytesAMember = 64;  ///< files, and one more for so many
  static constexpr std::uint64_t kMostDamages = 1'000;

  /// Notes bytes that came from outside.
  void earn(std::uint64_t bytes) { earned_ += bytes; }
  /// Notes bytes that a layer gave; false once they are more than allowed.
  [[nodiscard]] bool spend(std::uint64_t bytes) {
    spent_ += bytes;
    return within(spent_ <= kFree + kTimes * earned_);
  }
  /// Notes a file of an archive.
  [[nodiscard]] bool add_member() { return within(++members_ <= kFreeMembers + earned_ / kBytesAMember); }
  /// Notes a damaged place that is passed over.
  [[nodiscard]] bool add_damage() { return ++damages_ <= kMostDamages; }
  /// True once bytes or files are more than allowed: the rest of the input is not read.
  [[nodiscard]] bool is_spent() const { return spent_all_; }

 private:
  bool within(bool allowed) { return spent_all_ = spent_all_ || !allowed, !spent_all_; }
  std::uint64_t earned_ = 0, spent_ = 0, members_ = 0, damages_ = 0;
  bool spent_all_ = false;
};

/// What one layer took and gave: one bomb among the files of an archive costs that file.
[[nodiscard]] constexpr bool grows_too_much(std::uint64_t in, std::uint64_t out) {
  return out > Budget::kFreeOfLayer + Budget::kTimes * in;
}

/// Messages of limit_exceeded; they name the limit.
inline constexpr const char* kGrowsTooMuch = "It grows more than 200 times when it is unpacked.";
inline constexpr const char* kInputGrowsTooMuch =
    "The whole input grows more than 200 times when it is unpacked; the rest of it is not read.";
inline constexpr const char* kTooManyMembers =
    "The input holds more than 1,000,000 files, and more than one for each 64 bytes; the rest of it is not read.";

/// Layers in one another that are unpacked, an archive or a compression each.
inline constexpr unsigned kDeepest = 8;

}  // namespace rashomon::unpack

#include <array>

#include "claims/claim.hpp"

namespace rashomon::claims {
namespace {
template <class E, std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& names, E value) {
  const auto i = static_cast<std::size_t>(value);
  return i < N ? names[i] : std::string_view{};
}
constexpr std::array<std::string_view, 4> kVoices = {"own", "direct", "indirect", "unattributed"};
constexpr std::array<std::string_view, 2> kPolarities = {"asserts", "denies"};
constexpr std::array<std::string_view, 8> kModalities = {"actual",   "planned",      "threatened", "requested",
                                                         "possible", "hypothetical", "habitual",   "negated"};
}  // namespace

std::string_view name_of(Voice v) { return pick(kVoices, v); }
std::string_view name_of(Polarity v) { return pick(kPolarities, v); }
std::string_view name_of(Modality v) { return pick(kModalities, v); }

}  // namespace rashomon::claims

#include <array>

#include "reconcile/record.hpp"

namespace rashomon::reconcile {
namespace {
template <class E, std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& names, E value) {
  const auto i = static_cast<std::size_t>(value);
  return i < N ? names[i] : std::string_view{};
}
constexpr std::array<std::string_view, 7> kStatuses = {"occurred",  "attempted",    "planned", "threatened",
                                                       "requested", "hypothetical", "denied"};
constexpr std::array<std::string_view, 9> kKinds = {"contradiction", "update", "scope",       "definition",
                                                    "rounding",      "bound",  "attribution", "translation artefact",
                                                    "report error"};
constexpr std::array<std::string_view, 3> kExtents = {"identical", "near", "part"};
}  // namespace

std::string_view name_of(EventStatus v) { return pick(kStatuses, v); }
std::string_view name_of(DisputeKind v) { return pick(kKinds, v); }
std::string_view name_of(CopyExtent v) { return pick(kExtents, v); }

}  // namespace rashomon::reconcile

#include "app/fail_on.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "app/nearest.hpp"

namespace rashomon::app {
namespace {

using reconcile::DisputeKind;

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (int i = 0; !reconcile::name_of(static_cast<DisputeKind>(i)).empty(); ++i)
    names.push_back(reconcile::name_of(static_cast<DisputeKind>(i)));
  return names;
}

Result<std::vector<DisputeKind>> read_kinds(std::string_view words) {
  std::vector<DisputeKind> kinds;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(','), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    const auto kind = reconcile::parse_name<DisputeKind>(word);
    if (!kind)
      return fail(ErrorCode::usage, fmt::format("--fail-on: there is no kind of dispute '{}'{} (any, {})", word,
                                                suggestion(word, kind_names()), fmt::join(kind_names(), ", ")));
    kinds.push_back(*kind);
  }
  return kinds;
}

}  // namespace

Result<void> check_kinds(const std::string& words) {
  const auto kinds = words == "any" ? Result<std::vector<DisputeKind>>() : read_kinds(words);
  if (!kinds) return tl::unexpected(kinds.error());
  return {};
}

Result<bool> has_dispute(const store::Record& record, const std::string& words) {
  const bool any = words == "any";
  const auto kinds = any ? Result<std::vector<DisputeKind>>() : read_kinds(words);
  if (!kinds) return tl::unexpected(kinds.error());
  const auto derived = record.derived();
  if (!derived) return tl::unexpected(derived.error());
  return std::any_of(derived->disputes.begin(), derived->disputes.end(), [&](const reconcile::Dispute& dispute) {
    return any || std::find(kinds->begin(), kinds->end(), dispute.kind) != kinds->end();
  });
}

}  // namespace rashomon::app

#pragma once

#include <compare>
#include <string>

namespace rashomon {

/// A content-addressed or given name of one kind of thing; kinds do not mix. Empty means none.
template <class Kind>
struct Id {
  std::string value;
  auto operator<=>(const Id&) const = default;
  [[nodiscard]] bool empty() const { return value.empty(); }
};

using DocumentId = Id<struct DocumentKind>;
using ClaimId = Id<struct ClaimKind>;
using EventId = Id<struct EventKind>;
using TallyId = Id<struct TallyKind>;
using DisputeId = Id<struct DisputeKind>;
using OriginId = Id<struct OriginKind>;
using StoryId = Id<struct StoryKind>;
using CopyId = Id<struct CopyKind>;
using ActorId = Id<struct ActorKind>;

}  // namespace rashomon

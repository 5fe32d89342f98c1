#pragma once

#include <optional>
#include <string_view>

namespace rashomon::ingest {

/// Cuts the entries ("item", "entry", with or without a prefix) out of a feed, in order. What is within CDATA sections
/// and comments is passed over; an entry that is not closed ends where the next one begins. Cost O(bytes) for all.
class FeedEntries {
 public:
  explicit FeedEntries(std::string_view xml) : xml_(xml) {}
  /// The next entry with its tags; nullopt at the end.
  [[nodiscard]] std::optional<std::string_view> next();

 private:
  [[nodiscard]] std::size_t next_tag(std::size_t from) const;
  std::string_view xml_;
  std::size_t at_ = 0;
};

/// The first start tag of a document behind declaration, comments and document type; empty if there is none.
[[nodiscard]] std::string_view root_tag(std::string_view xml);

/// "item" of "<rss:item …", "</item>" and "<item/>".
[[nodiscard]] std::string_view local_name(std::string_view tag);

}  // namespace rashomon::ingest

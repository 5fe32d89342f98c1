#pragma once

#include <string>
#include <vector>

#include "ingest/dates.hpp"
#include "ingest/dom.hpp"
#include "ingest/json_ld.hpp"
#include "ingest/page_blocks.hpp"

namespace rashomon::ingest {

/// A day that a page states, shows or hides, with all that speaks for or against it as the day of publication.
struct DateEvidence {
  Date date;
  std::string basis;     ///< the best evidence: "json-ld", "meta", "time", "text", "url"
  std::string modified;  ///< "json-ld" or "meta" where they give it as the day of the last change; else empty
  bool stated = false;   ///< JSON-LD or meta tags give it as the day of publication
  bool aside = false;    ///< shown, but only in comments, asides, navigation or footers
  bool in_utc = false;   ///< a machine states it in UTC
  std::vector<float> x;  ///< columns of date_feature_names()
};

/// What is known of a page beside its text.
struct PageStates {
  const LinkedData& linked;
  const std::vector<std::string>& titles;
  std::string_view url;       ///< as the page states it
  std::string_view language;  ///< ISO 639-1, empty if unknown; English writes the month first
};

[[nodiscard]] const std::vector<std::string>& date_feature_names();

/// Every day in JSON-LD, meta tags, time elements and the edges of blocks, in the URL and in the path of the picture
/// that stands for the page; where neither JSON-LD nor meta tags state one, in scripts too. Ascending, each day once.
/// Cost O(bytes).
[[nodiscard]] std::vector<DateEvidence> date_evidence(const Dom& dom, const PageText& text, const PageStates& page);

}  // namespace rashomon::ingest

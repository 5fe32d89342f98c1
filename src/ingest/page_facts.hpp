#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/date_evidence.hpp"
#include "ingest/document.hpp"
#include "ingest/dom.hpp"
#include "ingest/page_blocks.hpp"

namespace rashomon::ingest {

/// What the head of a page says of it, before the text is looked at.
struct PageFacts {
  std::vector<std::string> titles;            ///< candidates, best first: JSON-LD headline, og:title, <title>, …
  std::vector<std::string_view> title_bases;  ///< the evidence for each
  std::string site_name;
  std::string url;
  std::string language;  ///< ISO 639-1 of the lang attribute
  std::string description;
  std::string section;
  std::vector<std::string> authors;
  std::vector<DateEvidence> days;  ///< what speaks for each day as the one of publication
  Published modified;              ///< by JSON-LD or meta
  Published published;             ///< by JSON-LD, meta, time elements or URL; empty where none has it
};

/// Reads metadata: JSON-LD, Open Graph and other meta tags, link rel=canonical, time elements. `bytes` is the page.
/// `given_url`: where the page came from, for pages that do not say so.
[[nodiscard]] PageFacts facts_of_page(const Dom& dom, const PageText& text, std::string_view given_url = {});

}  // namespace rashomon::ingest

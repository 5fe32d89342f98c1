#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rashomon::ingest {

/// What schema.org data of a page say of its article.
struct LinkedData {
  std::string type;  ///< of the object that the rest comes from: "NewsArticle"
  std::string headline;
  std::string published;  ///< datePublished, as written
  std::string modified;
  std::string publisher;
  std::string section;  ///< articleSection, the first
  std::string url;
  std::vector<std::string> authors;
};

/// Merges one `application/ld+json` script into `data`; objects of article types win over others.
/// What is no JSON is left out silently: pages hold much that is not.
void read_json_ld(std::string_view script, LinkedData& data);

}  // namespace rashomon::ingest

#include "ingest/content.hpp"

#include <algorithm>

#include "ingest/content_features.hpp"
#include "ingest/content_model.hpp"

namespace rashomon::ingest {
namespace {
constexpr double kLeast = 0.2;  // log-odds from which a block is kept (0.55); by cross-validation on the dev pages
}

std::vector<bool> find_content(const Dom& dom, const PageText& text, const PageFacts& facts) {
  const auto& names = content_feature_names();
  const auto comments = static_cast<std::size_t>(std::find(names.begin(), names.end(), "in_comments") - names.begin());
  std::vector<bool> out;
  for (const auto& row : content_features(dom, text, facts))
    out.push_back(row[comments] == 0 && content_score(row) >= kLeast);
  return out;
}

}  // namespace rashomon::ingest

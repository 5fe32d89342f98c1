#include "ingest/content.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/check.hpp"
#include "ingest/content_features.hpp"
#include "ingest/forest.hpp"

namespace rashomon::ingest {
namespace {

constexpr double kLeast = 0.62;    // log-odds from which a block is kept (0.65); by cross-validation on the dev pages
constexpr float kFar = 15;         // distance in content_features() of what is not around a block
constexpr float kLeastWords = 25;  // of a report outside asides

std::size_t column(std::string_view name) {
  const auto& names = content_feature_names();
  const auto found = std::find(names.begin(), names.end(), name);
  RASHOMON_CHECK(found != names.end());
  return static_cast<std::size_t>(found - names.begin());
}

/// True for a block whose nearest telling element is an aside, not one that holds the report.
bool is_aside(const std::vector<float>& row) {
  static const std::size_t kAside = column("in_aside");
  static const std::array<std::size_t, 5> kReport = {column("hint_body"), column("hint_article"),
                                                     column("hint_content"), column("in_article"), column("in_main")};
  return row[kAside] < kFar &&
         std::all_of(kReport.begin(), kReport.end(), [&](std::size_t c) { return row[kAside] < row[c]; });
}

/// Takes out what stands in asides, unless nearly all that was kept does.
void drop_asides(const std::vector<std::vector<float>>& rows, std::vector<bool>& kept) {
  static const std::size_t kWords = column("words");
  float outside = 0;
  for (std::size_t b = 0; b < rows.size(); ++b)
    if (kept[b] && !is_aside(rows[b])) outside += rows[b][kWords];
  if (outside < kLeastWords) return;
  for (std::size_t b = 0; b < rows.size(); ++b)
    if (kept[b] && is_aside(rows[b])) kept[b] = false;
}

}  // namespace

std::vector<bool> find_content(const Dom& dom, const PageText& text, const PageFacts& facts) {
  static const std::size_t kComments = column("in_comments");
  const auto rows = content_features(dom, text, facts);
  std::vector<bool> out;
  out.reserve(rows.size());
  static const Forest kModel("ingest/content_model.tsv", content_feature_names());
  const auto scores = kModel.scores(rows);
  for (std::size_t b = 0; b < rows.size(); ++b) out.push_back(rows[b][kComments] == 0 && scores[b] >= kLeast);
  drop_asides(rows, out);
  return out;
}

}  // namespace rashomon::ingest

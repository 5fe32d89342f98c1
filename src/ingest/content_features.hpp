#pragma once

#include <string>
#include <vector>

#include "ingest/dom.hpp"
#include "ingest/page_blocks.hpp"
#include "ingest/page_facts.hpp"

namespace rashomon::ingest {

/// What is measured of each block of a page to tell report from surroundings: its words, its element, parts named by
/// the elements around it, the containers it lies in, its neighbours and its place. One row a block, all of one width;
/// the columns are named by content_feature_names(). Cost O(blocks × depth), depth at most 400.
[[nodiscard]] std::vector<std::vector<float>> content_features(const Dom& dom, const PageText& text,
                                                               const PageFacts& facts);

/// Column names, in order. The trained model names the columns it was made with.
[[nodiscard]] const std::vector<std::string>& content_feature_names();

}  // namespace rashomon::ingest

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/span.hpp"
#include "ingest/dates.hpp"
#include "ingest/dom.hpp"
#include "ingest/furniture.hpp"
#include "ingest/invisible.hpp"

namespace rashomon::ingest {

/// A run of text of a page between two block-level boundaries, before it is known what it is.
struct PageBlock {
  Span span;                     ///< in PageText::text
  std::uint32_t node = 0;        ///< the block-level element that holds it
  std::uint32_t link_bytes = 0;  ///< bytes of its text inside links
  bool hidden = false;           ///< inside an element that is not shown
};

constexpr std::size_t kBlockHead = 320;  // bytes of a block whose dates are read with it

/// All text of a page in reading order: blocks with white space folded, joined by one line feed.
struct PageText {
  std::string text;
  std::vector<PageBlock> blocks;
  std::vector<std::optional<Furniture>> furniture;  ///< find_furniture() of each block
  std::vector<std::string> keys;                    ///< words_key() of each block
  std::vector<std::size_t> words;                   ///< count_words() of each block
  std::vector<std::vector<WrittenDate>> dates;      ///< find_dates() of each block's first kBlockHead bytes
  Invisible invisible;                              ///< what was left out of `text`
};

/// Walks the tree once. Scripts, styles, templates and form options are no text. A line break ends a block where the
/// text before it ends a sentence or another line break follows; else it is a blank. Control characters, zero-width
/// characters and bidirectional controls are left out. Cost O(bytes).
[[nodiscard]] PageText text_of_page(const Dom& dom);

/// True for elements that begin and end a block of text.
[[nodiscard]] bool is_block_level(Element element);

}  // namespace rashomon::ingest

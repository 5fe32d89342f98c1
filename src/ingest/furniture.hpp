#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ingest/chars.hpp"
#include "ingest/dates.hpp"
#include "ingest/document.hpp"

namespace rashomon::ingest {

/// Why a block is not news, by its words alone.
struct Furniture {
  BlockKind kind = BlockKind::furniture;  ///< furniture, caption or credit
  std::string_view reason;
  bool tail = false;  ///< what follows is of the page too ("Related articles")
};

/// The finding for a block's text; nullopt for what may be the report. Looks at words and form, not at position.
/// Rules: data/ingest/furniture.tsv; tickers; lines of date and section; photo credits; share and link rows.
/// Cost O(bytes).
[[nodiscard]] std::optional<Furniture> find_furniture(std::string_view block);

/// A block's text, not empty, with what is measured of it once and asked often.
struct MeasuredText {
  std::string_view text;
  std::string_view key;                ///< words_key()
  Words words;                         ///< measure_words()
  std::span<const WrittenDate> dates;  ///< find_dates() of its head
};
/// The same of a measured block.
[[nodiscard]] std::optional<Furniture> find_furniture(const MeasuredText& block);

/// A ticker joins unrelated headlines in one line by runs of blanks.
[[nodiscard]] bool is_ticker(std::string_view block);

}  // namespace rashomon::ingest

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/ids.hpp"
#include "core/span.hpp"

namespace rashomon::ingest {

enum class BlockKind { title, deck, heading, paragraph, caption, credit, furniture };

/// A stretch of the text that is read as a unit of its own. Blocks are in reading order and do not overlap.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  std::string reason;  ///< rule that gave the kind, for `explain`
  auto operator<=>(const Block&) const = default;
};

/// Place and date that open a report ("ISTANBUL, Turkey –"). The place is as written.
struct Dateline {
  std::string place;
  std::optional<Date> date;
  Span span{};
};

/// When the document was published. `basis` names the evidence: "given", "json-ld", "meta", "time", "url", "text";
/// "feed" of an entry, "mail" of a Date header, "file" of a PDF's own data;
/// "captured" where only the day by which an archive had it is known, as the end of a range without a beginning.
struct Published {
  DateRange range;
  std::string basis;
  std::optional<double> confidence{};  ///< how often such evidence is right, 0 to 1; nullopt where it was not measured
};

/// What a fact of a document could have been, and why: kept where Options::explain asks for it.
struct Candidate {
  std::string fact;  ///< "title", "published", "outlet", …
  std::string value;
  std::string basis;             ///< the evidence, in words for people
  std::optional<double> weight;  ///< log-odds, where candidates were weighed
  bool chosen = false;
};

/// One report as it was given. `text` never changes, so every offset of later rooms traces to it.
struct Document {
  DocumentId id;
  std::string sha256;  ///< of the bytes that were given (for JSONL: of the text or html value)
  std::string path;    ///< relative to the PATH given; empty for standard input
  std::string url;
  std::string title;
  std::string outlet;
  std::string outlet_country;         ///< ISO 3166-1 alpha-3, empty if unknown
  std::string outlet_kind;            ///< "agency", "state", "public", "private", "party", "monitor"; empty if unknown
  std::string section;                ///< of the outlet, as it names it ("World"); empty if unknown
  std::vector<std::string> agencies;  ///< wire agencies credited, by their usual short name ("AFP")
  std::vector<std::string> bylines;
  std::optional<Dateline> dateline;
  Published published;
  Published modified;    ///< the last change that the page states
  std::string language;  ///< ISO 639-1; empty if unknown
  std::string text;      ///< valid UTF-8
  std::vector<Block> blocks;
  std::vector<std::string> warnings;
  std::vector<Candidate> candidates;  ///< of each fact the chosen first, then the likeliest; empty unless asked for
};

/// The word of docs/formats for a kind, and back (nullopt for other words).
[[nodiscard]] std::string_view name_of(BlockKind kind);
[[nodiscard]] std::optional<BlockKind> block_kind(std::string_view name);

/// True for the kinds that are read further: title, deck, heading, paragraph.
[[nodiscard]] constexpr bool is_read(BlockKind kind) { return kind <= BlockKind::paragraph; }

}  // namespace rashomon::ingest

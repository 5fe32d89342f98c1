#pragma once

#include <string_view>

#include "core/result.hpp"
#include "ingest/ingest.hpp"

namespace rashomon::ingest {

/// One line of a JSONL file: {"id", "text" or "html", "title", "outlet", "url", "published"}; other members are
/// ignored, null counts as absent.
///
/// Errors    malformed_input for what is no JSON object, for members of a wrong type, without "text" and "html", or
///           with a "published" that is no ISO date; empty_input where the text is empty.
[[nodiscard]] Result<Document> read_json_line(std::string_view line, const Options& options);

/// True if the first line that is not empty is a JSON object with "text" or "html".
[[nodiscard]] bool looks_like_jsonl(std::string_view bytes);

}  // namespace rashomon::ingest

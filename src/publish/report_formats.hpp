#pragma once

#include <string>

#include "publish/situation.hpp"

namespace rashomon::publish {

/// The report as one HTML file without outside calls: system fonts, inline style, inline SVG, no script.
[[nodiscard]] std::string to_html(const Situation& situation);
/// The report as GitHub-flavoured Markdown; each figure's reference leads to its quotation below.
[[nodiscard]] std::string to_markdown(const Situation& situation);
/// The report as one JSON object (docs/formats/report.schema.json).
[[nodiscard]] std::string to_json(const Situation& situation);

}  // namespace rashomon::publish

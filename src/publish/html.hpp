#pragma once

#include <string>
#include <string_view>

namespace rashomon::publish {

/// Text for HTML content and double-quoted attributes: & < > " ' become entities.
[[nodiscard]] std::string escape_html(std::string_view text);
/// Text for a line of Markdown: characters that would mark up are escaped, line feeds become spaces.
[[nodiscard]] std::string escape_markdown(std::string_view text);

}  // namespace rashomon::publish

#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.hpp"

/// Which columns of a table of reports hold what.
namespace rashomon::ingest {

/// What a table can say of a report, in the order of kFactNames.
enum class Fact { text, html, title, outlet, url, published, id, language, author };
inline constexpr std::array<std::string_view, 9> kFactNames = {"text",      "html", "title",    "outlet", "url",
                                                               "published", "id",   "language", "author"};

/// Names that a user gives to columns or members: "text=Body,title=Headline".
using GivenColumns = std::vector<std::pair<Fact, std::string>>;

/// Errors: usage for what is no list of FACT=NAME, or a fact that is none.
[[nodiscard]] Result<GivenColumns> read_columns(std::string_view list);

/// Where each fact stands in a row; kNone where the table lacks it.
struct Columns {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::array<std::size_t, kFactNames.size()> at;
  Columns() { at.fill(kNone); }
  [[nodiscard]] bool has(Fact fact) const { return at[static_cast<std::size_t>(fact)] != kNone; }
  [[nodiscard]] bool has_text() const { return has(Fact::text) || has(Fact::html); }
  [[nodiscard]] std::size_t count() const;
};

/// By the names given, then by the usual ones (data/ingest/columns.tsv), any case.
[[nodiscard]] Columns find_columns(const std::vector<std::string>& header, const GivenColumns& given);

}  // namespace rashomon::ingest

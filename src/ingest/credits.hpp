#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"
#include "ingest/furniture.hpp"

namespace rashomon::ingest {

/// Who a credit, byline, end mark or copyright line names.
struct Credit {
  std::vector<std::string> agencies;  ///< short names
  std::vector<std::string> persons;
  std::string outlet;
};

/// A caption ("A man looks on. Photo: N. Name/Agency") or the credit of a picture alone.
[[nodiscard]] std::optional<Furniture> picture_credit(std::string_view block, std::size_t words);

/// Agencies of a list of names alone: "AFP", "Reuters/AFP", "AP and Reuters"; empty if any part is none.
[[nodiscard]] std::vector<std::string> agency_list(std::string_view names);

/// True for a name that says it is an agency's ("Coast Wire", "Agencia Delta"), known or not.
[[nodiscard]] bool is_agency_name(std::string_view name);

/// A line that names the writers: "By Ann Example and Bo Sample, Reuters", "Agence France-Presse".
[[nodiscard]] std::optional<Credit> read_byline(std::string_view line);

/// "(Reporting by Ann Example; editing by Bo Sample)", "Write to Ann Example at ann@outlet.example".
[[nodiscard]] std::optional<Credit> read_sign_off(std::string_view line);

/// The end of a paragraph that is of the page, not of the report.
struct Tail {
  Span span;
  BlockKind kind = BlockKind::credit;
  std::string_view reason;
  Credit credit;
};

/// A copyright line or an end mark ("– Outlet.com", "(AFP)", "--Reuters") that closes `paragraph`, which may be all
/// of it; nullopt if it ends with news.
[[nodiscard]] std::optional<Tail> find_tail(std::string_view text, Span paragraph);

}  // namespace rashomon::ingest

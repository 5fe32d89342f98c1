#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "claims/claim.hpp"
#include "core/date.hpp"
#include "mentions/mentions.hpp"
#include "reconcile/record.hpp"

/// How values read in a report: one wording for the page, the terminal and the explanation.
namespace rashomon::publish {

/// "948,000", "3.6 million" stays "3,600,000"; at most one decimal.
[[nodiscard]] std::string number_words(double value);
/// "33", "16 to 20, best 20", "200 or more", "up to 40"; an en dash joins low and high: "16–20". Empty for no range.
[[nodiscard]] std::string range_words(const reconcile::Range& range, bool open_high);
/// "27 February 2020", "27–28 February 2020", "December 2019", "since 1 December 2019"; "date unknown" for none.
[[nodiscard]] std::string date_words(const DateRange& range, int precision);
[[nodiscard]] std::string time_words(const std::optional<TimeSpan>& time);
/// "in this incident", "since 1 December 2019", "on 28 February 2020"; empty for none.
[[nodiscard]] std::string window_words(const std::optional<mentions::Window>& window);
/// "killed", "houses destroyed": a measure as a word of a heading.
[[nodiscard]] std::string measure_words(mentions::Measure measure);
/// "Ministry → Agency → Outlet": the chain of speakers in order.
[[nodiscard]] std::string chain_words(const claims::Claim& claim);
/// The name of the first speaker; for own voice the outlet's with "(own account)".
[[nodiscard]] std::string holder_words(const claims::Claim& claim);
/// "3 reports", "1 report".
[[nodiscard]] std::string count_words(std::size_t count, std::string_view one, std::string_view many);
/// "a, b and c".
[[nodiscard]] std::string list_words(const std::vector<std::string>& values);
/// The first letter in upper case (ASCII letters only).
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace rashomon::publish

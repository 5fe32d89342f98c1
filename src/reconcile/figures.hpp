#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mentions/profiles.hpp"
#include "reconcile/corpus.hpp"
#include "reconcile/origins.hpp"

/// Figures that may be compared, and what they give together.
namespace rashomon::reconcile {

/// A figure as somebody gave it in a report.
struct Count {
  std::size_t item = 0;                          ///< the claim that gives it
  std::size_t origin = 0;                        ///< index into Origins::list
  const mentions::Quantity* quantity = nullptr;  ///< null where `sum` made it
  mentions::Measure measure = mentions::Measure::other;
  Group group;
  std::string phrase;  ///< the group in the report's words
  mentions::Bound bound = mentions::Bound::exact;
  std::optional<double> low, best, high;
  int day = 0;                     ///< of publication, days since 1970; 0 unknown
  bool part = false;               ///< of another figure of its report
  bool further = false;            ///< said to come on top of a figure of its report
  std::vector<std::size_t> items;  ///< all claims it rests on
  std::optional<Range> coded{};    ///< by the run's profile; what the report said stays in low, best, high
};

/// What counts of one measure, group, window and place give together.
struct Merged {
  Range range;
  bool open_high = false;
  std::string status, rule;
  std::vector<std::size_t> origins;  ///< independent ones: speakers if there are any, else the outlets themselves
};

/// Low, best and high of counts, with the rule in words:
/// vague words give way to an exact or "at least" figure, rounded ones to an exact one within their interval; low is
/// the least and high the greatest figure that is left; best is the latest figure of most origins, of ties the latest
/// report's; high is open where only "more than" stands above. Order of `counts` does not matter.
/// With a profile the range is of the counts' coded numbers, and best as the profile says where they differ.
[[nodiscard]] Merged merge_counts(std::vector<Count> counts, const Origins& origins,
                                  const mentions::Profile* profile = nullptr);

/// The count that stands for several of one report that share nobody ("a woman and a child").
[[nodiscard]] Count sum_of(const std::vector<Count>& parts);

/// The one value a count is known by: best, else low, else high.
[[nodiscard]] double value_of(const Count& count);

/// "at least 33", "16 to 20": the figure in words.
[[nodiscard]] std::string words_of(const Count& count);

}  // namespace rashomon::reconcile

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/mentions.hpp"

/// How the coding projects of the field turn the words of a figure into numbers.
namespace rashomon::mentions {

/// What a profile takes as best where reports differ.
enum class WhereFiguresDiffer { most_origins, lowest, none };

/// Numbers of a figure or an event by a profile; nullopt is unknown.
struct CodedRange {
  std::optional<double> low, best, high;
  bool operator==(const CodedRange&) const = default;
};

/// A table of data/mentions/profiles: rows by word and by bound.
class Profile {
 public:
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] WhereFiguresDiffer where_figures_differ() const { return differ_; }
  /// Dead of an event of which no report gives any.
  [[nodiscard]] const CodedRange& unsaid() const { return unsaid_; }
  /// The numbers of `quantity`, which keeps its own. Where its own interval ends lower, none is above that end.
  [[nodiscard]] CodedRange code(const Quantity& quantity) const;

 private:
  friend const Profile* find_profile(std::string_view name);
  explicit Profile(std::string_view name);

  struct Row {
    std::string_view key, low, best, high;
  };
  [[nodiscard]] const Row* row(std::string_view key) const;

  std::string name_;
  WhereFiguresDiffer differ_ = WhereFiguresDiffer::most_origins;
  CodedRange unsaid_;
  std::vector<Row> rows_;  ///< ascending by key
};

/// The names of all profiles, in the order of the help: acled, ucdp, ibc.
[[nodiscard]] const std::vector<std::string_view>& profile_names();
/// The profile called `name`, which lives as long as the program; null for another name.
[[nodiscard]] const Profile* find_profile(std::string_view name);

}  // namespace rashomon::mentions

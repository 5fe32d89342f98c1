#include "mentions/profiles.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/check.hpp"
#include "mentions/fold.hpp"
#include "mentions/numbers.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

// The number that was said, where the interval tells it.
std::optional<double> said(const Quantity& q) {
  if (q.best) return q.best;
  if (q.bound == Bound::almost && q.low) return std::round(*q.low / 0.9 * 1e6) / 1e6;  // low is nine tenths of it
  return q.low ? q.low : q.high;
}

std::optional<double> number_of(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc{} && end == cell.data() + cell.size() ? std::optional(value) : std::nullopt;
}

std::optional<double> cell_value(std::string_view cell, const Quantity& q) {
  if (cell == "-") return {};
  if (cell == "N") return said(q);
  if (cell == "low") return q.low;
  if (cell == "high") return q.high;
  return number_of(cell);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out(1);
  for (char c : lower(text)) {
    if (c >= 'a' && c <= 'z') out.back() += c;
    else if (!out.back().empty()) out.emplace_back();
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

// "hundred" after "several", "thousands" after "tens of": what the word before it is multiplied by.
double scale_of(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  const NumberEntry e = number_word(word, NumberWord::scale);
  return e.kind == NumberWord::scale ? e.value : 1;
}

}  // namespace

Profile::Profile(std::string_view name) : name_(name) {
  for (const auto& row : mention_table("profiles/" + name_ + ".tsv", 2)) {
    if (row[0] == "differ") {
      differ_ = row[1] == "lowest" ? WhereFiguresDiffer::lowest
                : row[1] == "none" ? WhereFiguresDiffer::none
                                   : WhereFiguresDiffer::most_origins;
      continue;
    }
    RASHOMON_CHECK(row.size() == 4);
    if (row[0] == "unsaid") unsaid_ = {number_of(row[1]), number_of(row[2]), number_of(row[3])};
    else
      for (std::string_view key : list_of(row[0])) rows_.push_back({key, row[1], row[2], row[3]});
  }
  std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.key < b.key; });
}

const Profile::Row* Profile::row(std::string_view key) const {
  const auto it =
      std::lower_bound(rows_.begin(), rows_.end(), key, [](const Row& r, std::string_view k) { return r.key < k; });
  return it != rows_.end() && it->key == key ? &*it : nullptr;
}

CodedRange Profile::code(const Quantity& q) const {
  const Row* found = nullptr;
  double scale = 1;
  if (q.bound == Bound::vague)
    for (const std::string& word : words_of(q.text)) {
      if (found == nullptr) found = row(word);
      else scale *= scale_of(word);
    }
  const bool range = q.low && q.high && !q.best && q.bound != Bound::almost;
  const bool worded = found != nullptr;
  if (!worded) found = row(range ? "range" : name_of(q.bound));
  if (found == nullptr || (!worded && !q.low && !q.best && !q.high)) return {};
  const auto value = [&](std::string_view cell) -> std::optional<double> {
    auto v = cell_value(cell, q);
    if (v && worded) *v *= scale;
    return v && q.high ? std::min(*v, *q.high) : v;
  };
  return {value(found->low), value(found->best), value(found->high)};
}

const std::vector<std::string_view>& profile_names() {
  static const std::vector<std::string_view> kNames = {"acled", "ucdp", "ibc"};
  return kNames;
}

const Profile* find_profile(std::string_view name) {
  static const std::vector<Profile> kProfiles = [] {
    std::vector<Profile> out;
    for (std::string_view each : profile_names()) out.push_back(Profile(each));
    return out;
  }();
  for (const Profile& p : kProfiles)
    if (p.name() == name) return &p;
  return nullptr;
}

}  // namespace rashomon::mentions

#include <fmt/format.h>

#include <algorithm>

#include "publish/situation.hpp"
#include "publish/words.hpp"

namespace rashomon::publish {
namespace {

void add_once(std::vector<std::string>& values, std::string value) {
  if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end())
    values.push_back(std::move(value));
}

// How well `quantity` fits what the tally counts; 0 does not.
int fit(const mentions::Quantity& quantity, const reconcile::Tally& tally) {
  if (quantity.measure != tally.measure) return 0;
  const bool window = tally.window && quantity.window && tally.window->kind == quantity.window->kind;
  return 1 + (quantity.group == tally.group ? 2 : 0) + (window ? 1 : 0);
}

const mentions::Quantity* counted(const claims::Claim& claim, const reconcile::Tally& tally) {
  const mentions::Quantity* best = nullptr;
  int most = 0;
  for (const mentions::Quantity& quantity : claim.quantities)
    if (const int score = fit(quantity, tally); score > most) most = score, best = &quantity;
  return best;
}

std::string optional_words(const std::optional<double>& value) { return value ? number_words(*value) : ""; }

std::string what_words(const reconcile::Tally& tally) {
  const std::string measure = measure_words(tally.measure);
  return capitalised(tally.group.empty() ? measure : tally.group + " " + measure);
}

std::string scope_words(const reconcile::Tally& tally) {
  const std::string window = tally.scope.empty() ? window_words(tally.window) : tally.scope;
  if (tally.place.empty() || window.find(tally.place) != std::string::npos) return window;
  return window.empty() ? tally.place : window + ", " + tally.place;
}

// "At least 12" and "at least 12" are one value.
std::string uncapitalised(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

// The stand of value `value` among `stands`, made where there is none.
Stand& stand_of(std::vector<Stand>& stands, const std::string& value) {
  for (Stand& stand : stands)
    if (stand.value == value) return stand;
  stands.push_back({value, {}, {}, {}, {}});
  return stands.back();
}

}  // namespace

Figure figure_of(const View& view, const reconcile::Tally& tally) {
  Figure figure{tally.id,
                what_words(tally),
                scope_words(tally),
                range_words(tally.range, tally.open_high),
                optional_words(tally.range.low),
                optional_words(tally.range.best),
                optional_words(tally.range.high),
                tally.origins.size(),
                tally.status,
                tally.rule,
                {}};
  for (const claims::Claim* claim : view.claims(tally.claims)) {
    const mentions::Quantity* quantity = counted(*claim, tally);
    Stand& stand = stand_of(figure.stands, quantity ? uncapitalised(fold_space(quantity->text)) : "no figure");
    if (quantity) stand.low = quantity->low, stand.high = quantity->best ? quantity->best : quantity->high;
    add_once(stand.held_by, holder_words(*claim));
    stand.claims.push_back(claim->id);
  }
  return figure;
}

std::vector<Stand> stands_of(const View& view, const reconcile::Dispute& dispute) {
  std::vector<Stand> out;
  for (const reconcile::Position& position : dispute.positions) {
    Stand stand{position.value, position.held_by, position.claims, {}, {}};
    if (stand.held_by.empty())
      for (const claims::Claim* claim : view.claims(position.claims)) add_once(stand.held_by, holder_words(*claim));
    out.push_back(std::move(stand));
  }
  return out;
}

}  // namespace rashomon::publish

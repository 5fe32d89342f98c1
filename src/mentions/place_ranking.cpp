#include <array>
#include <utility>

#include "mentions/place_resolve.hpp"
#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

constexpr std::array<std::pair<std::string_view, int PlaceRanking::*>, 35> kMembers = {{
    {"population", &PlaceRanking::population},
    {"country", &PlaceRanking::country},
    {"admin1", &PlaceRanking::admin1},
    {"admin1_federal", &PlaceRanking::admin1_federal},
    {"admin2", &PlaceRanking::admin2},
    {"admin1_as_area", &PlaceRanking::admin1_as_area},
    {"admin1_as_town", &PlaceRanking::admin1_as_town},
    {"country_as_area", &PlaceRanking::country_as_area},
    {"capital", &PlaceRanking::capital},
    {"alternate", &PlaceRanking::alternate},
    {"alternate_known", &PlaceRanking::alternate_known},
    {"country_absent", &PlaceRanking::country_absent},
    {"country_present", &PlaceRanking::country_present},
    {"country_share", &PlaceRanking::country_share},
    {"federal_percent", &PlaceRanking::federal_percent},
    {"known", &PlaceRanking::known},
    {"area_present", &PlaceRanking::area_present},
    {"area_again", &PlaceRanking::area_again},
    {"within_country", &PlaceRanking::within_country},
    {"within_area", &PlaceRanking::within_area},
    {"within_other", &PlaceRanking::within_other},
    {"near_40", &PlaceRanking::near_40},
    {"near_100", &PlaceRanking::near_100},
    {"near_250", &PlaceRanking::near_250},
    {"near_600", &PlaceRanking::near_600},
    {"near_most", &PlaceRanking::near_most},
    {"same_area", &PlaceRanking::same_area},
    {"same_area_most", &PlaceRanking::same_area_most},
    {"pair_40", &PlaceRanking::pair_40},
    {"pair_100", &PlaceRanking::pair_100},
    {"pair_area", &PlaceRanking::pair_area},
    {"pair_most", &PlaceRanking::pair_most},
    {"admin1_of_capital", &PlaceRanking::admin1_of_capital},
    {"sure_lead", &PlaceRanking::sure_lead},
    {"alone_people", &PlaceRanking::alone_people},
}};

}  // namespace

int* PlaceRanking::find(std::string_view name) {
  for (const auto& [member_name, member] : kMembers)
    if (member_name == name) return &(this->*member);
  return nullptr;
}

const PlaceRanking& PlaceRanking::get() {
  static const PlaceRanking kRanking = [] {
    PlaceRanking ranking;
    for (const auto& r : mention_table("place_ranking.tsv", 2))
      if (int* weight = ranking.find(r[0])) *weight = std::stoi(std::string(r[1]));
    return ranking;
  }();
  return kRanking;
}

}  // namespace rashomon::mentions

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mentions/profiles.hpp"
#include "reconcile/groups.hpp"
#include "reconcile/record.hpp"
#include "reconcile/tables.hpp"
#include "reconcile/words.hpp"

/// Claims of all reports with what comparing them needs, worked out once.
namespace rashomon::reconcile {

/// A figure of people or things that a claim gives.
struct Figure {
  const mentions::Quantity* quantity = nullptr;
  Group group;
  bool part = false;     ///< the words around it make it part of another figure ("among them two children")
  bool further = false;  ///< they add it to one given before ("five more")
};

/// A claim as this room sees it.
struct Item {
  std::size_t report = 0;  ///< index into Corpus::reports
  claims::Claim* claim = nullptr;
  std::size_t block = 0;  ///< index of its block in the document
  bool headline = false;  ///< stands in a title, deck or heading
  Family family = Family::none;
  bool about = false;        ///< says something of a happening of the family (blames, denies, appraises)
  bool definite = false;     ///< takes it up by "the", "this", "that" and a noun of the family
  bool reprisal = false;     ///< tells of an answer to an earlier happening ("retaliated", "reprisals")
  bool stated_time = false;  ///< its own words date it ("on Tuesday"), not the sentence around it or the dateline
  bool toll_news = false;    ///< tells how a toll moves ("rose to 14 on Wednesday"): its time is not the happening's
  bool another = false;      ///< sets it apart: "another", "a second", "separate"
  bool negative = false;     ///< says that something is not so: negated, "never", "failed to"
  bool informs = false;      ///< tells of one party telling another
  bool habit = false;        ///< of what is done as a rule
  bool own_voice = true;     ///< no speaker but the outlet
  std::vector<std::uint32_t> words;  ///< content stems, ascending, unique
  std::vector<std::string> weapons;  ///< weapon classes, ascending, unique
  std::vector<Figure> figures;
};

struct Corpus {
  std::vector<Report*> reports;    ///< by document id
  std::vector<Item> items;         ///< report by report, in reading order
  std::vector<std::size_t> first;  ///< index of each report's first item, and the end
  Vocabulary vocabulary;
  std::vector<double> rarity;                  ///< by word: how much sharing it says, 0 and up
  const mentions::Profile* profile = nullptr;  ///< how figures are coded; null for as they are said
};

/// Cost O(bytes of quotations and texts), times a logarithm for sorting.
[[nodiscard]] Corpus read_corpus(std::vector<Report>& reports);

/// The first speaker that is no relay and not the outlet; null for the outlet's own voice.
[[nodiscard]] const claims::Speaker* first_speaker(const claims::Claim& claim);

/// Places of the claim that are no one's name in it: "Ankara said" tells who, not where.
[[nodiscard]] std::vector<const mentions::Place*> places_of(const claims::Claim& claim);

/// The day before which what a report tells must have happened; nullopt where nothing dates it.
[[nodiscard]] std::optional<Date> published_day(const ingest::Document& document);

}  // namespace rashomon::reconcile

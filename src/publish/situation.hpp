#pragma once

#include <string>
#include <utility>
#include <vector>

#include "publish/quotation.hpp"
#include "publish/view.hpp"

/// The situation report before it has a format: what its page, Markdown, JSON and terminal summary all show.
namespace rashomon::publish {

/// One value of a figure or a dispute, with those who hold it.
struct Stand {
  std::string value;                 ///< "at least 33"
  std::vector<std::string> held_by;  ///< first speakers, each once, in order of their claims
  std::vector<ClaimId> claims;
  std::optional<double> low, high;  ///< numbers to draw; nullopt for words
};

struct Figure {
  TallyId tally;
  std::string what;             ///< "Turkish soldiers killed"
  std::string scope;            ///< window and place in words
  std::string range;            ///< "33 or more"
  std::string low, best, high;  ///< numbers in words, empty where not said
  std::size_t origins = 0;
  std::string status, rule;
  std::vector<Stand> stands;
};

struct Happening {
  EventId event;
  std::string label, type, status;
  std::string when, where;
  std::string actors, recipients, weapon;
  bool made_point = false;  ///< the place's point is a mean of its cities
  std::vector<Figure> figures;
  std::vector<ClaimId> claims;   ///< the telling ones: with a figure, with a speaker, then the others
  std::vector<ClaimId> denials;  ///< claims of others that deny one of them
  std::vector<std::string> outlets;
  std::size_t origins = 0;
  std::vector<claims::Reason> reasons;
};

struct Quarrel {
  DisputeId dispute;
  std::string kind, question, verdict;
  std::vector<Stand> stands;
};

struct MechanismRow {
  ClaimId claim;
  std::vector<std::pair<std::string, std::string>> fields;
  std::string holder, when;
};

struct MechanismPart {
  std::string family;
  std::vector<MechanismRow> rows;
};

struct TimelineRow {
  std::string when, label;
  EventId event;
  std::vector<ClaimId> claims;
};

struct OriginRow {
  OriginId origin;
  std::string name, kind;
  std::vector<std::string> aliases;
  std::size_t documents = 0, claims = 0;
};

struct DocumentRow {
  DocumentId id;
  std::string outlet, title, published, path, url;
  std::vector<std::string> agencies, warnings;
  std::size_t claims = 0;
  std::string copy;  ///< in words, where it repeats an earlier report
};

/// One story of the record: reports about the same chain of events.
struct Chapter {
  std::string title;
  std::string period;
  std::vector<Happening> happenings;  ///< the most reported first
  std::size_t documents = 0;
};

struct Situation {
  std::string title;
  std::string period;
  std::size_t documents = 0, outlets = 0, claims = 0, events = 0, disputes = 0, origins = 0;
  std::vector<Chapter> chapters;
  std::vector<Figure> loose;  ///< tallies without an event: stocks and running totals
  std::vector<Quarrel> quarrels;
  std::vector<MechanismPart> mechanisms;
  std::vector<TimelineRow> timeline;
  std::vector<OriginRow> origin_rows;
  std::vector<DocumentRow> document_rows;
  std::vector<store::Failure> failures;
  std::vector<Quotation> quotations;  ///< of every claim named above, by document, then place in it
};

/// Arranges a record for reading. Same record, same result. Cost O(claims log claims).
[[nodiscard]] Situation arrange(const View& view);

/// The figure of one tally: who holds which value.
[[nodiscard]] Figure figure_of(const View& view, const reconcile::Tally& tally);

/// The stands of one dispute, as its positions say.
[[nodiscard]] std::vector<Stand> stands_of(const View& view, const reconcile::Dispute& dispute);

/// How much of which report a copy repeats: "word for word Andes Wire", "84 % of its words are those of Andes Wire".
[[nodiscard]] std::string copy_words(const View& view, const reconcile::Copy& copy);

/// The names of the people or things, each once, as "a, b and c".
[[nodiscard]] std::string participants_words(const std::vector<claims::Participant>& participants);

}  // namespace rashomon::publish

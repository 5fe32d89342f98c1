#include "claims/mechanism.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "claims/coding_tables.hpp"
#include "claims/lexicon.hpp"

namespace rashomon::claims {
namespace {

struct MechanismRow {
  std::string_view family;
  std::vector<std::string_view> types, codes, first, second;
  std::vector<std::pair<std::string_view, std::string_view>> fields;  ///< name, source
};

const std::vector<MechanismRow>& mechanism_rows() {
  static const std::vector<MechanismRow> rows = [] {
    std::vector<MechanismRow> out;
    for (const auto& r : claim_table("mechanisms.tsv", 6)) {
      MechanismRow row{
          r[0], parts_of(value_of(r[1])), parts_of(value_of(r[2])), parts_of(value_of(r[3])), parts_of(value_of(r[4])),
          {}};
      for (const std::string_view field : parts_of(r[5], ';')) {
        const std::size_t equals = field.find('=');
        row.fields.emplace_back(field.substr(0, equals), field.substr(equals + 1));
      }
      out.push_back(std::move(row));
    }
    return out;
  }();
  return rows;
}

bool counts(const Claim& claim, std::initializer_list<mentions::Measure> measures) {
  return std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const mentions::Quantity& q) {
    return std::find(measures.begin(), measures.end(), q.measure) != measures.end();
  });
}

const Speaker* with_role(const Claim& claim, std::string_view role) {
  for (const Speaker& speaker : claim.speakers)
    if (speaker.role == role) return &speaker;
  return nullptr;
}

bool has_mark(const Claim& claim, std::string_view mark) {
  using mentions::Measure;
  if (mark == "+toll") return counts(claim, {Measure::killed, Measure::injured, Measure::casualties, Measure::missing});
  if (mark == "+people") return counts(claim, {Measure::displaced, Measure::returned, Measure::hosted});
  if (mark == "+relay") return with_role(claim, "relay") != nullptr;
  return mark == "+monitor" && !claim.speakers.empty() && claim.speakers.front().kind == mentions::ActorKind::monitor;
}

// Lemmas of the clause between blanks, to be searched for " one " or " several words ".
std::string lemmas_of(const Reading& reading, const Proposition& proposition) {
  std::string out = " ";
  const auto last = std::min<std::uint32_t>(proposition.last, reading.words().size());
  for (std::uint32_t i = proposition.first; i < last; ++i) out.append(reading.words().lemma(i)).append(" ");
  return out;
}

bool has_one(const std::vector<std::string_view>& wanted, const std::string& lemmas, const Claim& claim) {
  if (wanted.empty()) return true;
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
    if (word.front() == '+') return has_mark(claim, word);
    return lemmas.find(" " + std::string(word) + " ") != std::string::npos;
  });
}

bool fits(const MechanismRow& row, const std::string& lemmas, const Claim& claim) {
  const auto& type = claim.event_type;
  if (!row.types.empty() && std::find(row.types.begin(), row.types.end(), type.plover) == row.types.end()) return false;
  if (!row.codes.empty() && std::none_of(row.codes.begin(), row.codes.end(),
                                         [&](std::string_view code) { return type.cameo.starts_with(code); }))
    return false;
  return has_one(row.first, lemmas, claim) && has_one(row.second, lemmas, claim);
}

std::string names_of(const std::vector<Participant>& side) {
  std::string out;
  for (const Participant& p : side) out += (out.empty() ? "" : "; ") + p.name;
  return out;
}

std::string join(const std::string& a, const std::string& b) { return a.empty() || b.empty() ? a + b : a + "; " + b; }

std::string dates_of(const DateRange& range) {
  if (range.empty()) return {};
  if (range.start && range.end && *range.start == *range.end) return range.start->iso();
  return (range.start ? range.start->iso() : "..") + "/" + (range.end ? range.end->iso() : "..");
}

std::string status_of(const Claim& claim) {
  if (claim.polarity == Polarity::denies) return "denied";
  switch (claim.modality) {
    case Modality::actual: return "occurred";
    case Modality::possible: return "debated";
    case Modality::negated: return "did not occur";
    default: return std::string(name_of(claim.modality));
  }
}

// "…, if the shelling goes on": what a threat or promise hangs on.
std::string condition_of(const Claim& claim) {
  for (const std::string_view word : {" unless ", " if ", "If ", "Unless ", " until "})
    if (const std::size_t at = claim.quote.find(word); at != std::string::npos)
      return claim.quote.substr(claim.quote[at] == ' ' ? at + 1 : at);
  return {};
}

std::string source_of_figure(const Claim& claim, std::string_view source) {
  if (claim.quantities.empty()) return {};
  const mentions::Quantity& quantity = claim.quantities.front();
  if (source == "figure") return quantity.text;
  if (source == "group") return quantity.group;
  if (!quantity.window) return {};
  return join(std::string(mentions::name_of(quantity.window->kind)), dates_of(quantity.window->range));
}

std::string source_of(const Claim& claim, std::string_view source) {
  // An allegation is its speaker's act; whom it blames is who should have acted.
  const bool reproach = claim.event_type.cameo == "112";
  const auto& doer = reproach ? claim.recipient : claim.actor;
  if (source == "actor") return names_of(claim.actor);
  if (source == "recipient") return names_of(claim.recipient);
  if (source == "sides") return join(names_of(claim.actor), names_of(claim.recipient));
  if (source == "doer") return doer.empty() ? std::string{} : doer.front().name;
  if (source == "other")
    return reproach ? (doer.size() > 1 ? doer[1].name : names_of(claim.actor)) : names_of(claim.recipient);
  if (source == "speaker") return claim.speakers.empty() ? std::string{} : claim.speakers.front().name;
  if (source == "relay" || source == "outlet") {
    const Speaker* speaker = with_role(claim, source);
    return speaker ? speaker->name : std::string{};
  }
  if (source == "place") return claim.places.empty() ? std::string{} : claim.places.front().name;
  if (source == "time") return claim.time ? dates_of(claim.time->range) : std::string{};
  if (source == "weapon") return claim.weapon ? claim.weapon->text : std::string{};
  if (source == "trigger") return claim.trigger_lemma;
  if (source == "mode")
    return claim.event_type.plover_mode.empty() ? claim.trigger_lemma : claim.event_type.plover_mode;
  if (source == "status") return status_of(claim);
  if (source == "polarity") return std::string(name_of(claim.polarity));
  if (source == "condition") return condition_of(claim);
  if (source == "quote") return claim.quote;
  return source_of_figure(claim, source);
}

}  // namespace

void fill_mechanism(const Reading& reading, std::uint32_t p, Claim& claim) {
  const std::string lemmas = lemmas_of(reading, reading.propositions()[p]);
  for (const MechanismRow& row : mechanism_rows()) {
    if (!fits(row, lemmas, claim)) continue;
    Mechanism mechanism;
    mechanism.family = row.family;
    for (const auto& [name, source] : row.fields)
      if (std::string value = source_of(claim, source); !value.empty())
        mechanism.fields[std::string(name)] = std::move(value);
    claim.reasons.push_back({"mechanism", "words and type of the clause: " + mechanism.family, claim.trigger_lemma});
    claim.mechanism = std::move(mechanism);
    return;
  }
}

}  // namespace rashomon::claims

#include "claims/event_type.hpp"

#include <algorithm>
#include <vector>

#include "claims/coding_tables.hpp"
#include "claims/lexicon.hpp"

namespace rashomon::claims {
namespace {

constexpr int kDepth = 4;  // "rejected a call to stop the shelling" takes three

std::optional<CodedEvent> code_at(const Words& words, std::uint32_t i, int depth);

bool names_event(const CodedEvent& event) { return !event.code.empty() || !event.plover.empty(); }

void set_code(CodedEvent& event, std::string_view code) {
  event.code = code;
  event.plover.clear(), event.mode.clear(), event.topic.clear();
  if (const CameoRow* row = find_cameo(code)) {
    event.plover = row->plover;
    event.mode = row->mode;
    event.topic = row->topic;
  }
}

CodedEvent from_row(const Words& words, std::uint32_t i, const TriggerRow& row) {
  CodedEvent event;
  event.predicate = event.trigger = i;
  event.act = row.act;
  if (row.act == Act::topic) event.topic = row.code;
  else set_code(event, row.code);
  if (!row.plover.empty()) {
    event.plover = row.plover;
    if (const CameoRow* cameo = find_cameo(row.code); !cameo || cameo->plover != row.plover) event.mode.clear();
  }
  if (!row.mode.empty()) event.mode = row.mode;
  event.rule = "trigger " + std::string(words.lemma(i));
  if (!row.frame.empty()) event.rule += " [" + std::string(row.frame) + "]";
  return event;
}

// The noun itself, else what it counts or is made of: "number of people killed", "a wave of attacks".
std::optional<CodedEvent> code_noun(const Words& words, std::uint32_t i, int depth) {
  if (auto event = code_at(words, i, depth)) return event;
  if (!is_noun(words[i]) || depth > kDepth) return {};
  const bool bare = WordClasses::get().has("@bare", words.lemma(i));
  for (const std::uint32_t k : words.syntax().children(i)) {
    if (bare && words[k].dep == "compound")  // "a mediation effort"
      if (auto event = code_noun(words, k, depth + 1)) return event;
    if (words[k].dep == "prep" && words.lemma(k) == "of")
      for (const std::uint32_t m : words.syntax().children(k))
        if (words[m].dep == "pobj")
          if (auto event = code_noun(words, m, depth + 1)) return event;
    if (words[k].dep == "acl" && is_verb(words[k]))
      if (auto event = code_at(words, k, depth)) return event;
  }
  return {};
}

std::vector<std::uint32_t> content_candidates(const Arguments& arguments, bool complements_first) {
  std::vector<std::uint32_t> out;
  if (complements_first) out = arguments.complements;
  out.insert(out.end(), arguments.undergoers.begin(), arguments.undergoers.end());
  if (!complements_first) out.insert(out.end(), arguments.complements.begin(), arguments.complements.end());
  for (const Oblique& oblique : arguments.obliques) out.push_back(oblique.object);
  return out;
}

std::optional<CodedEvent> code_light(const Words& words, std::uint32_t i, const Arguments& arguments, int depth) {
  for (const std::uint32_t k : content_candidates(arguments, false)) {
    auto inner = code_noun(words, k, depth + 1);
    if (!inner) continue;
    inner->rule += ", of " + std::string(words.lemma(i));
    if (is_noun(words[inner->predicate]) && inner->predicate == inner->trigger) inner->predicate = i;
    return inner;
  }
  return {};
}

std::optional<CodedEvent> code_happening(const Words& words, std::uint32_t i, const Arguments& arguments, int depth) {
  for (const std::uint32_t k : arguments.passive ? arguments.undergoers : arguments.agents) {
    auto inner = code_noun(words, k, depth + 1);
    if (!inner) continue;
    inner->rule += ", subject of " + std::string(words.lemma(i));
    return inner;
  }
  return {};
}

std::optional<CodedEvent> find_content(const Words& words, const Arguments& arguments, Act act, int depth) {
  std::vector<std::uint32_t> candidates = content_candidates(arguments, true);
  if (act != Act::stop) candidates.insert(candidates.end(), arguments.purposes.begin(), arguments.purposes.end());
  for (const std::uint32_t k : candidates)
    if (auto inner = code_noun(words, k, depth + 1)) return inner;
  return {};
}

std::string_view accusation_code(const Words& words, std::uint32_t i, const CodedEvent* content) {
  const TokenRange below = words.syntax().subtree(i);
  const auto& classes = WordClasses::get();
  std::string_view code = "112";
  for (std::uint32_t k = below.first; k < below.last; ++k) {
    if (classes.has("@rights", words.lemma(k))) return "1122";
    if (classes.has("@warcrime", words.lemma(k))) code = "1124";
    if (classes.has("@spying", words.lemma(k)) && code == "112") code = "1125";
    if (classes.has("@crime", words.lemma(k)) && code == "112") code = "1121";
    if (classes.has("@aggression", words.lemma(k)) && (code == "112" || code == "1121")) code = "1123";
  }
  if (code == "112" && content && (content->code.starts_with("18") || content->code.starts_with("19"))) code = "1123";
  return code;
}

std::string_view speech_code(Act act, const CodedEvent& content) {
  const CameoRow* cameo = find_cameo(content.code);
  if (act == Act::threaten)
    return cameo && !cameo->threaten.empty() ? cameo->threaten : content.topic.empty() ? "" : "131";
  if (act == Act::stop) return cameo ? cameo->stop : "";
  const TopicRow* topic = content.topic.empty() ? nullptr : find_topic(content.topic);
  if (act == Act::intend && cameo && !cameo->threaten.empty() && !topic) return cameo->threaten;
  if (act == Act::intend && content.code.starts_with("12")) return content.code;
  if (!topic) return {};
  switch (act) {
    case Act::appeal: return topic->appeal;
    case Act::demand: return topic->demand;
    case Act::intend: return topic->intend;
    case Act::refuse: return topic->refuse;
    default: return {};
  }
}

std::optional<CodedEvent> code_speech_act(const Words& words, std::uint32_t i, const Arguments& arguments,
                                          const TriggerRow& row, int depth) {
  CodedEvent event = from_row(words, i, row);
  const auto content = find_content(words, arguments, row.act, depth);
  if (row.act == Act::accuse) {
    set_code(event, accusation_code(words, i, content ? &*content : nullptr));
    event.mode = "allege";
    return event;
  }
  if (content) {
    event.content = content->trigger;
    event.rule += " + " + content->rule;
    // "failed to inform" refuses nothing: what it is about did not happen.
    const bool undone = row.act == Act::refuse && row.code.empty();
    const std::string_view code = undone ? std::string_view{} : speech_code(row.act, *content);
    if (!code.empty()) {
      set_code(event, code);
      return event;
    }
    if (event.code.empty() && names_event(*content)) {
      CodedEvent inner = *content;
      inner.negated = inner.negated || undone;
      return inner;
    }
  }
  if (event.code.empty() && event.plover.empty()) return {};
  return event;
}

std::optional<CodedEvent> code_row(const Words& words, std::uint32_t i, const Arguments& arguments,
                                   const TriggerRow& row, int depth) {
  std::optional<CodedEvent> inner;
  if (row.act == Act::light) inner = code_light(words, i, arguments, depth);
  else if (row.act == Act::happen) inner = code_happening(words, i, arguments, depth);
  else if (row.act != Act::itself && row.act != Act::topic) return code_speech_act(words, i, arguments, row, depth);
  if (inner) return inner;
  CodedEvent event = from_row(words, i, row);
  if (names_event(event) || row.act == Act::topic) return event;
  return {};
}

std::optional<CodedEvent> code_at(const Words& words, std::uint32_t i, int depth) {
  if (depth > kDepth) return {};
  const Arguments arguments = arguments_of(words, i);
  for (const TriggerRow* row : match_triggers(words, i, arguments)) {
    if (auto event = code_row(words, i, arguments, *row, depth)) return event;
    if (row->act == Act::itself) return {};  // says that this frame is no event
  }
  return {};
}

bool is_verbal(const CodedEvent& event) {
  static constexpr std::string_view kVerbal[] = {"01", "02", "03", "05", "09", "10", "11", "12", "13"};
  return std::any_of(std::begin(kVerbal), std::end(kVerbal),
                     [&](std::string_view root) { return event.code.starts_with(root); });
}

void become(CodedEvent& event, std::string_view code, std::string_view why) {
  if (code.empty()) return;
  const std::string topic = event.topic;
  event.rule += ", " + std::string(why) + " of " + (event.code.empty() ? event.plover : event.code);
  set_code(event, code);
}

struct AcledRow {
  std::string_view plover, mode, code, lemmas, actor, recipient, type, sub;
};

bool kind_fits(std::string_view wanted, mentions::ActorKind kind) {
  if (wanted.empty()) return true;
  const auto names = parts_of(wanted);
  return std::find(names.begin(), names.end(), mentions::name_of(kind)) != names.end();
}

bool acled_fits(const AcledRow& row, const EventType& type, std::string_view lemma, mentions::ActorKind actor,
                mentions::ActorKind recipient) {
  if (row.plover != type.plover) return false;
  if (!row.mode.empty() && row.mode != type.plover_mode) return false;
  if (!row.code.empty()) {
    const auto codes = parts_of(row.code);
    if (std::none_of(codes.begin(), codes.end(), [&](std::string_view c) { return type.cameo.starts_with(c); }))
      return false;
  }
  if (!row.lemmas.empty()) {
    const auto lemmas = parts_of(row.lemmas);
    if (std::find(lemmas.begin(), lemmas.end(), lemma) == lemmas.end()) return false;
  }
  return kind_fits(row.actor, actor) && kind_fits(row.recipient, recipient);
}

}  // namespace

std::optional<CodedEvent> code_word(const Words& words, std::uint32_t i) { return code_at(words, i, 0); }

std::optional<CodedEvent> code_event_word(const Words& words, std::uint32_t i) {
  auto event = code_noun(words, i, 0);
  if (event && !names_event(*event)) return {};
  return event;
}

std::string_view auxiliary(const Words& words, std::uint32_t i) {
  for (const std::uint32_t k : words.syntax().children(i))
    if (words[k].dep == "aux" && words[k].tag == "MD") return words.lemma(k);
  return {};
}

void apply_modality(CodedEvent& event, Modality modality, Polarity polarity, std::string_view modal) {
  if (polarity == Polarity::denies) {
    event.of_speaker = true;
    if (event.code != "016" && !event.code.starts_with("12")) become(event, "016", "denied");
    return;
  }
  if (modal == "must" && modality == Modality::actual) modality = Modality::requested;
  if (modality == Modality::hypothetical && is_one_of(modal, {"will", "wo", "ll", "shall"}))
    modality = Modality::planned;
  const bool asked_to_agree = modality == Modality::requested && event.code.starts_with("03");
  if (is_verbal(event) && !event.code.starts_with("05") && !asked_to_agree) return;
  const CameoRow* cameo = find_cameo(event.code);
  const TopicRow* topic = event.topic.empty() ? nullptr : find_topic(event.topic);
  const std::string_view threat = cameo ? cameo->threaten : std::string_view{};
  switch (modality) {
    case Modality::planned:
      if (event.negated && topic) become(event, topic->refuse, "refused");
      else if (topic) become(event, topic->intend, "planned");
      else if (!event.code.starts_with("15")) become(event, threat, "planned");
      break;
    case Modality::threatened: become(event, threat.empty() ? "130" : threat, "threatened"); break;
    case Modality::requested:
      event.of_speaker = true;
      if (modal == "must") become(event, topic ? topic->demand : "100", "demanded");
      else become(event, topic ? topic->appeal : "020", "requested");
      break;
    case Modality::negated:  // "will not lift the embargo"
      if (topic && is_one_of(modal, {"will", "wo", "ll", "would", "shall", "can", "ca", "could"}))
        become(event, topic->refuse, "refused");
      break;
    case Modality::possible:
    case Modality::hypothetical:
      if (event.code.starts_with("04")) become(event, "036", "possible");
      break;
    default: break;
  }
}

void fill_acled(EventType& type, std::string_view trigger_lemma, mentions::ActorKind actor,
                mentions::ActorKind recipient) {
  static const std::vector<AcledRow> rows = [] {
    std::vector<AcledRow> out;
    for (const auto& r : claim_table("acled.tsv", 8))
      out.push_back({value_of(r[0]), value_of(r[1]), value_of(r[2]), value_of(r[3]), value_of(r[4]), value_of(r[5]),
                     value_of(r[6]), value_of(r[7])});
    return out;
  }();
  for (const AcledRow& row : rows)
    if (acled_fits(row, type, trigger_lemma, actor, recipient)) {
      type.acled = row.type;
      type.acled_sub = row.sub;
      return;
    }
}

}  // namespace rashomon::claims

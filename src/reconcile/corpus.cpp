#include "reconcile/corpus.hpp"

#include <algorithm>
#include <tuple>

namespace rashomon::reconcile {
namespace {

template <class T>
void sort_unique(std::vector<T>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The words around a figure that make it part of another: "including 12", "among them two", "two of them children". Not
// "among at least 22 dead", which gives the whole.
bool says_part(std::string_view quote, std::size_t at, std::size_t end) {
  const std::vector<std::string> before = tokens_of(quote.substr(at > 48 ? at - 48 : 0, std::min<std::size_t>(at, 48)));
  const std::size_t n = before.size();
  for (std::size_t i = n > 4 ? n - 4 : 0; i < n; ++i) {
    if (is_one_of(before[i], {"including", "included", "includes", "include"})) return true;
    if (before[i] == "among" && i + 1 < n && is_one_of(before[i + 1], {"them", "whom", "those", "these", "which"}))
      return true;
  }
  const std::vector<std::string> after = tokens_of(quote.substr(std::min(end, quote.size()), 32));
  for (std::size_t i = 0; i < std::min<std::size_t>(after.size(), 3); ++i)
    if (i + 1 < after.size() && after[i] == "of" && is_one_of(after[i + 1], {"them", "whom", "those", "the", "these"}))
      return true;
  return false;
}

// "Five more civilians", "another seven", "two other people": beyond a figure given before.
bool says_further(std::string_view quote, std::size_t at, std::size_t end) {
  const std::vector<std::string> before = tokens_of(quote.substr(at > 16 ? at - 16 : 0, std::min<std::size_t>(at, 16)));
  const std::vector<std::string> after = tokens_of(quote.substr(std::min(end, quote.size()), 24));
  if (!before.empty() && before.back() == "another") return true;
  return !after.empty() && (after[0] == "other" || after[0] == "others" ||
                            (after[0] == "more" && (after.size() < 2 || after[1] != "than")));
}

void read_figures(Item& item) {
  const claims::Claim& c = *item.claim;
  for (const auto& q : c.quantities) {
    Figure figure{&q, group_of(q.group), false, false};
    if (figure.group.nation.empty() && figure.group.kind == "soldiers")
      for (const auto& r : c.recipient)
        if (!r.country.empty() && r.kind == mentions::ActorKind::armed_force) figure.group.nation = r.country;
    if (c.span.contains(q.span))
      figure.part = says_part(c.quote, q.span.begin - c.span.begin, q.span.end - c.span.begin),
      figure.further = q.text.starts_with("Another") || q.text.starts_with("another") ||
                       says_further(c.quote, q.span.begin - c.span.begin, q.span.end - c.span.begin);
    item.figures.push_back(std::move(figure));
  }
}

bool counts_victims(mentions::Measure m) {
  using enum mentions::Measure;
  return m == killed || m == injured || m == casualties;
}

// A determiner up to three words before a noun of the family tells whether the noun takes a happening up again.
void read_references(Item& item, const std::vector<std::string>& tokens, Family& noun_family) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Family family = family_of_noun(stem_of(tokens[i]));
    if (family == Family::none) continue;
    if (noun_family == Family::none) noun_family = family;
    for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
      const std::string& d = tokens[i - back];
      if (is_one_of(d, {"the", "this", "that", "these", "those", "such", "both", "its", "their"})) item.definite = true;
      if (is_one_of(d, {"another", "second", "separate", "separately", "similar", "previous", "earlier"}))
        item.another = true;
      if (is_one_of(d, {"a", "an", "the", "this", "that", "another"})) break;
    }
  }
}

// Violence over a long window ("since March", "in recent weeks", "for days") is a campaign, not an incident.
bool is_long(const std::vector<std::string>& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const std::string& next = tokens[i + 1];
    if ((tokens[i] == "recent" || tokens[i] == "for") && is_one_of(next, {"days", "weeks", "months", "years"}))
      return true;
    if (tokens[i] != "since") continue;
    if (is_one_of(next, {"january", "february", "march", "april", "may", "june", "july", "august", "september",
                         "october", "november", "december", "late", "early", "mid", "last", "the"}))
      return !(next == "the" && i + 2 < tokens.size() && family_of_noun(stem_of(tokens[i + 2])) == Family::violence);
    if (next.size() == 4 && (next[0] == '1' || next[0] == '2') && next[1] >= '0' && next[1] <= '9') return true;
  }
  return false;
}

bool is_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A word that dates: a weekday, a month, a year, "yesterday", "ago".
bool has_date_word(const std::vector<std::string>& tokens) {
  for (const std::string& t : tokens)
    if (in_list("date_words.tsv", stem_of(t)) || (t.size() == 4 && is_digits(t) && (t[0] == '1' || t[0] == '2')))
      return true;
  return false;
}

bool counts_long_window(const Item& item) {
  using mentions::WindowKind;
  bool any = false;
  for (const Figure& f : item.figures) {
    if (!f.quantity->window) continue;
    if (f.quantity->window->kind == WindowKind::incident || f.quantity->window->kind == WindowKind::day) return false;
    any = true;
  }
  return any;
}

// What a count of people without a happening of its own tells of.
Family family_of_measure(mentions::Measure m) {
  using enum mentions::Measure;
  if (counts_victims(m)) return Family::violence;
  if (m == displaced || m == gathered || m == evacuated || m == returned) return Family::displacement;
  return Family::none;
}

void read_family(Item& item, const std::vector<std::string>& tokens) {
  const claims::Claim& c = *item.claim;
  Family noun = Family::none;
  read_references(item, tokens, noun);
  item.family = family_of_plover(c.event_type.plover);
  const bool verbal = item.family == Family::accusation || item.family == Family::denial ||
                      item.family == Family::none || c.polarity == claims::Polarity::denies;
  if (verbal && (noun == Family::violence || (item.family == Family::none && noun != Family::none))) {
    item.about = item.family != Family::none || c.polarity == claims::Polarity::denies;
    item.family = noun;
  }
  for (const Figure& f : item.figures)
    if (item.family == Family::none) item.family = family_of_measure(f.quantity->measure);
  if (c.event_type.plover == "SANCTION" && c.event_type.plover_mode == "expel") item.family = Family::displacement;
  const bool campaign_word = family_of_noun(stem_of(c.trigger_lemma)) == Family::campaign;
  if (item.family == Family::violence && (is_long(tokens) || campaign_word || counts_long_window(item)))
    item.family = Family::campaign;
  bool toll = false, moves = false;
  for (const std::string& token : tokens) {
    const std::string stem = stem_of(token);
    if (in_list("reprisals.tsv", stem)) item.reprisal = true;
    toll = toll || stem == "toll" || stem == "number" || stem == "dead" || stem == "death" || stem == "di" ||
           stem == "died";
    moves = moves || in_list("toll_moves.tsv", stem) || stem == "wound";
  }
  item.toll_news = toll && moves;
  item.stated_time = c.time && !c.time->range.empty() && c.time->anchor == "text" && has_date_word(tokens);
}

// How the proposition stands: denied of itself, about telling, a habit.
void read_manner(Item& item, const std::vector<std::string>& tokens) {
  const claims::Claim& c = *item.claim;
  item.negative = c.modality == claims::Modality::negated;
  item.habit = c.modality == claims::Modality::habitual;
  item.informs = c.mechanism && c.mechanism->family == "location notification";
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool failed = i + 1 < tokens.size() && tokens[i + 1] == "to" && stem_of(tokens[i]) == "fail";
    item.negative = item.negative || failed || tokens[i] == "nobody" || tokens[i] == "never";
    item.informs = item.informs || in_list("inform_verbs.tsv", stem_of(tokens[i]));
    item.habit =
        item.habit || is_one_of(tokens[i], {"daily", "regularly", "routinely", "always", "constantly", "usually"});
  }
}

void read_words(Item& item, Corpus& corpus, const std::vector<std::string>& tokens) {
  for (const std::string& stem : content_stems(item.claim->quote)) item.words.push_back(corpus.vocabulary.add(stem));
  sort_unique(item.words);
  if (item.claim->weapon && !item.claim->weapon->weapon_class.empty())
    item.weapons.push_back(item.claim->weapon->weapon_class);
  if (item.weapons.empty())
    for (const std::string& token : tokens)
      if (const std::string_view weapon = weapon_of_word(stem_of(token)); !weapon.empty())
        item.weapons.emplace_back(weapon);
  sort_unique(item.weapons);
}

Item read_item(Corpus& corpus, std::size_t report, claims::Claim& claim) {
  Item item;
  item.report = report;
  item.claim = &claim;
  item.own_voice = first_speaker(claim) == nullptr;
  const auto& blocks = corpus.reports[report]->document.blocks;
  const auto after = std::upper_bound(blocks.begin(), blocks.end(), claim.span.begin,
                                      [](std::uint32_t at, const ingest::Block& b) { return at < b.span.begin; });
  if (after != blocks.begin() && std::prev(after)->span.contains(claim.span.begin)) {
    item.block = static_cast<std::size_t>(std::prev(after) - blocks.begin());
    item.headline = std::prev(after)->kind != ingest::BlockKind::paragraph;
  }
  const std::vector<std::string> tokens = tokens_of(claim.quote);
  read_figures(item);
  read_family(item, tokens);
  read_manner(item, tokens);
  read_words(item, corpus, tokens);
  return item;
}

// How much a shared word says: the rarer in this record and in news at large, the more. A thousand reports of common
// news stand behind the record's own, so that small records are not ruled by chance.
void weigh_words(Corpus& corpus) {
  std::vector<double> holders(corpus.vocabulary.size(), 0);
  for (std::size_t r = 0; r < corpus.reports.size(); ++r) {
    std::vector<std::uint32_t> words;
    for (std::size_t i = corpus.first[r]; i < corpus.first[r + 1]; ++i)
      words.insert(words.end(), corpus.items[i].words.begin(), corpus.items[i].words.end());
    sort_unique(words);
    for (std::uint32_t w : words) ++holders[w];
  }
  const double all = static_cast<double>(corpus.reports.size());
  for (std::uint32_t w = 0; w < holders.size(); ++w)
    corpus.rarity.push_back(log2_of((all + 1000) / (holders[w] + background_rate(corpus.vocabulary.word(w), 5))));
}

}  // namespace

Corpus read_corpus(std::vector<Report>& reports) {
  Corpus corpus;
  for (Report& r : reports) corpus.reports.push_back(&r);
  std::sort(corpus.reports.begin(), corpus.reports.end(),
            [](const Report* a, const Report* b) { return a->document.id < b->document.id; });
  for (std::size_t r = 0; r < corpus.reports.size(); ++r) {
    std::vector<claims::Claim*> order;
    for (claims::Claim& c : corpus.reports[r]->claims) order.push_back(&c);
    std::sort(order.begin(), order.end(), [](const claims::Claim* a, const claims::Claim* b) {
      return std::tie(a->span, a->id) < std::tie(b->span, b->id);
    });
    corpus.first.push_back(corpus.items.size());
    for (claims::Claim* c : order) corpus.items.push_back(read_item(corpus, r, *c));
  }
  corpus.first.push_back(corpus.items.size());
  weigh_words(corpus);
  return corpus;
}

const claims::Speaker* first_speaker(const claims::Claim& claim) {
  for (const auto& s : claim.speakers)
    if (s.role != "relay" && s.role != "outlet" && !(s.name.empty() && s.actor_id.empty())) return &s;
  return nullptr;
}

std::vector<const mentions::Place*> places_of(const claims::Claim& claim) {
  std::vector<const mentions::Place*> out;
  const auto overlaps = [](const auto& who, const mentions::Place& p) {
    return std::any_of(who.begin(), who.end(),
                       [&](const auto& w) { return !w.span.empty() && w.span.contains(p.span); });
  };
  for (const auto& p : claim.places)
    if (p.span.empty() || !(overlaps(claim.actor, p) || overlaps(claim.speakers, p))) out.push_back(&p);
  return out;
}

std::optional<Date> published_day(const ingest::Document& document) {
  if (document.dateline && document.dateline->date) return document.dateline->date;
  return document.published.range.start ? document.published.range.start : document.published.range.end;
}

}  // namespace rashomon::reconcile

#include "reconcile/origins.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "core/hash.hpp"
#include "mentions/fold.hpp"

namespace rashomon::reconcile {
namespace {

constexpr double kSameStory = 0.12;  // cosine from which an unnamed monitor of one report may be the other's named one

// Key and face of an origin while it is gathered.
struct Face {
  std::string key, name, kind;
  bool own_voice = false;
};

bool has_capital(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

bool is_unnamed_monitor(const claims::Speaker& s) {
  if (has_capital(s.name)) return false;
  const auto tokens = tokens_of(s.name);
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const std::string& t) { return in_list("monitors.tsv", stem_of(t)); });
}

bool is_named_monitor(const claims::Speaker& s) {
  return s.kind == mentions::ActorKind::monitor && has_capital(s.name);
}

std::string speaker_key(const claims::Speaker& s) {
  return s.actor_id.empty() ? "name " + mentions::fold_name(s.name) : "actor " + s.actor_id.value;
}

// The named monitors that a report quotes, by key, with how often.
using Named = std::map<std::string, std::pair<const claims::Speaker*, int>>;
std::vector<Named> named_monitors(const Corpus& corpus) {
  std::vector<Named> out(corpus.reports.size());
  for (const Item& item : corpus.items)
    if (const auto* s = first_speaker(*item.claim); s != nullptr && is_named_monitor(*s)) {
      auto& entry = out[item.report][speaker_key(*s)];
      entry.first = s;
      ++entry.second;
    }
  return out;
}

// The only, or most quoted, named monitor; null where there is none or two are quoted alike.
const claims::Speaker* one_monitor(const Named& named) {
  const claims::Speaker* best = nullptr;
  int votes = 0;
  bool tie = false;
  for (const auto& [key, entry] : named) {
    if (entry.second > votes) best = entry.first, votes = entry.second, tie = false;
    else if (entry.second == votes) tie = true;
  }
  return tie ? nullptr : best;
}

class Gatherer {
 public:
  Gatherer(Corpus& corpus, const Copies& copies, const LikenessTable& likeness)
      : corpus_(corpus), copies_(copies), named_(named_monitors(corpus)), monitor_(corpus.reports.size(), nullptr) {
    std::vector<Named> near(corpus.reports.size());
    const auto learn = [&](std::size_t from, std::size_t to) {
      for (const auto& [key, entry] : named_[from]) {
        auto& e = near[to][key];
        e.first = entry.first;
        e.second += entry.second;
      }
    };
    for (const Likeness& l : likeness.pairs())
      if (l.cosine >= kSameStory) learn(l.a, l.b), learn(l.b, l.a);
    for (std::size_t r = 0; r < corpus.reports.size(); ++r)
      monitor_[r] = named_[r].empty() ? one_monitor(near[r]) : one_monitor(named_[r]);
  }

  [[nodiscard]] Face face_of(const Item& item, std::size_t index) const {
    const auto* s = first_speaker(*item.claim);
    if (s == nullptr) return own_voice(item.report, index);
    const auto* known = is_unnamed_monitor(*s) ? monitor_[item.report] : s;
    if (known == nullptr) return {"monitor " + story_of(item.report), s->name, "monitor", false};
    std::string key = speaker_key(*known);
    if (!has_capital(known->name)) key += " in " + story_of(item.report);
    return {key, known->name, std::string(mentions::name_of(known->kind)), false};
  }

 private:
  std::string story_of(std::size_t report) const {
    return corpus_.reports[copies_.root_report[report]]->document.id.value;
  }

  Face own_voice(std::size_t report, std::size_t index) const {
    std::size_t root = copies_.root_report[report];
    const std::size_t first = copies_.root_item[index];
    if (root == report && first != index) root = copies_.root_report[corpus_.items[first].report];
    const ingest::Document& d = corpus_.reports[root]->document;
    const ingest::Document& mine = corpus_.reports[report]->document;
    const std::string_view copied = root == report ? "" : "wire copy";
    const std::string* agency = !d.agencies.empty()      ? &d.agencies.front()
                                : !mine.agencies.empty() ? &mine.agencies.front()
                                                         : nullptr;
    if (agency != nullptr)
      return {"outlet " + mentions::fold_name(*agency), *agency, copied.empty() ? "agency" : "wire copy", true};
    if (!d.outlet.empty())
      return {"outlet " + mentions::fold_name(d.outlet), d.outlet, copied.empty() ? "outlet" : "wire copy", true};
    return {"report " + d.id.value, unnamed_outlet(d), "outlet", true};
  }

  // A report that names no outlet is known by how it begins.
  static std::string unnamed_outlet(const ingest::Document& d) {
    constexpr int kWords = 5;
    std::string_view begins = d.title.empty() ? std::string_view(d.text) : std::string_view(d.title);
    begins = begins.substr(0, begins.find('\n'));
    std::size_t end = 0;
    for (int word = 0; word < kWords && end != std::string_view::npos; ++word) end = begins.find(' ', end + 1);
    return "unnamed outlet (“" + std::string(begins.substr(0, end)) + (end == std::string_view::npos ? "”)" : "…”)");
  }

  Corpus& corpus_;
  const Copies& copies_;
  std::vector<Named> named_;
  std::vector<const claims::Speaker*> monitor_;
};

struct Gathered {
  Face face;
  std::set<std::string> names;
  std::vector<std::size_t> items;
};

Origin origin_of(const Gathered& g, const Corpus& corpus) {
  Origin o;
  o.id = {content_id("o", {g.face.key})};
  o.name = g.face.name;
  o.kind = g.face.kind;
  for (const std::string& name : g.names)
    if (name != o.name) o.aliases.push_back(name);
  std::set<DocumentId> documents;
  for (std::size_t i : g.items) {
    documents.insert(corpus.items[i].claim->document);
    o.claims.push_back(corpus.items[i].claim->id);
  }
  o.documents.assign(documents.begin(), documents.end());
  std::sort(o.claims.begin(), o.claims.end());
  return o;
}

}  // namespace

Origins find_origins(Corpus& corpus, const Copies& copies, const LikenessTable& likeness) {
  const Gatherer gatherer(corpus, copies, likeness);
  std::map<std::string, Gathered> by_key;
  for (std::size_t i = 0; i < corpus.items.size(); ++i) {
    Face face = gatherer.face_of(corpus.items[i], i);
    Gathered& g = by_key[face.key];
    if (g.items.empty()) g.face = face;
    // The longest name is the fullest; a wire that somebody copied is called so.
    if (face.name.size() > g.face.name.size()) g.face.name = face.name;
    if (face.kind == "wire copy") g.face.kind = face.kind;
    if (const auto* s = first_speaker(*corpus.items[i].claim); s != nullptr && !s->name.empty())
      g.names.insert(s->name);
    g.items.push_back(i);
  }
  Origins out;
  out.of_item.resize(corpus.items.size());
  std::vector<std::pair<Origin, const Gathered*>> sorted;
  for (const auto& [key, g] : by_key) sorted.emplace_back(origin_of(g, corpus), &g);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first.id < b.first.id; });
  for (auto& [origin, g] : sorted) {
    for (std::size_t i : g->items) {
      out.of_item[i] = out.list.size();
      corpus.items[i].claim->origin = origin.id;
    }
    out.is_own_voice.push_back(g->face.own_voice);
    out.list.push_back(std::move(origin));
  }
  return out;
}

}  // namespace rashomon::reconcile

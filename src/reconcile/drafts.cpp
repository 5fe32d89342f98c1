#include "reconcile/drafts.hpp"

#include <algorithm>

namespace rashomon::reconcile {
namespace {

constexpr std::size_t kMost = 60;  // happenings of one report that a claim is compared with: the latest ones

// What stands on the page says: whether `item` goes on with `draft`, the draft touched last of its family or not.
void add_position(Evidence& e, const Corpus& corpus, std::size_t index, const Sketch& draft, bool focus) {
  const Item& item = corpus.items[index];
  if (focus) e.add("focus");
  if (item.definite && focus) e.add("definite");
  if (item.another) e.add("another");
  const Item& last = corpus.items[draft.items.back()];
  const std::string_view text = corpus.reports[item.report]->document.text;
  const std::uint32_t from = last.claim->span.end, to = item.claim->span.begin;
  if (from >= to || slice(text, {from, to}).find_first_of(".!?\n") == std::string_view::npos) {
    e.add("same_sentence");
  } else if (last.block == item.block) {
    e.add("same_block");
  }
  if (last.headline || corpus.items[draft.items.front()].headline) e.add("headline");
}

// Another number of dead from the same mouth: another happening, or a part of this one.
bool gives_other_toll(const Sketch& one, const Sketch& draft) {
  bool any = false;
  for (const TollSketch& x : one.tolls)
    for (const TollSketch& y : draft.tolls) {
      if (x.measure != y.measure || x.measure != mentions::Measure::killed) continue;
      if (x.value == y.value) return false;
      any = true;
    }
  if (!any) return false;
  return one.speakers.empty() || std::binary_search(draft.speakers.begin(), draft.speakers.end(), one.speakers.front());
}

// A report that dates its news by the day dates something else by the month.
bool dates_apart(const Sketch& one, const Sketch& draft) {
  const auto a = best_time(one), b = best_time(draft);
  return a && b && ((a->precision >= 3 && b->precision <= 1) || (b->precision >= 3 && a->precision <= 1));
}

Sketch sketch_of(const Corpus& corpus, std::size_t item) {
  Sketch s;
  add_item(s, corpus, item);
  return s;
}

}  // namespace

std::vector<Sketch> draft_events(const Corpus& corpus, std::size_t report) {
  static const double threshold = weight("join_within");
  std::vector<Sketch> drafts;
  std::vector<std::size_t> touched;  // drafts, the one spoken of last at the end
  for (std::size_t i = corpus.first[report]; i < corpus.first[report + 1]; ++i) {
    if (corpus.items[i].family == Family::none) continue;
    const Sketch one = sketch_of(corpus, i);
    std::size_t best = drafts.size(), looked = 0;
    double best_score = threshold;
    bool focus = true;
    for (auto it = touched.rbegin(); it != touched.rend() && looked < kMost; ++it, ++looked) {
      if (!compatible(one.family, drafts[*it].family)) continue;
      Evidence e = compare(one, drafts[*it], corpus);
      add_position(e, corpus, i, drafts[*it], focus);
      if (dates_apart(one, drafts[*it])) e.add("vaguer_day");
      if (gives_other_toll(one, drafts[*it])) e.add("toll_other");
      focus = false;
      if (e.score > best_score) best_score = e.score, best = *it;
    }
    if (best == drafts.size()) {
      drafts.push_back(one);
    } else {
      add_item(drafts[best], corpus, i);
    }
    std::erase(touched, best);
    touched.push_back(best);
  }
  for (Sketch& d : drafts)
    if (is_material(d.family) && d.family != Family::campaign && d.actual) {
      d.main = true;
      break;
    }
  return drafts;
}

}  // namespace rashomon::reconcile

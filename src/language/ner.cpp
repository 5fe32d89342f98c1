#include "language/ner.hpp"

#include <fmt/format.h>

#include "language/string_table.hpp"

namespace rashomon::language {
namespace {

enum class Step : std::uint32_t { missing = 0, begin = 1, in = 2, last = 3, unit = 4, out = 5 };

struct State {
  bool more_in_sentence;  // a token follows and does not start a sentence
  bool space;             // the token is white space
  std::int32_t open;      // first token of the open entity, −1 for none
  std::uint32_t label;    // of the open entity
};

bool allowed(const Move& move, const State& state) {
  const bool open = state.open >= 0;
  switch (static_cast<Step>(move.action)) {
    case Step::begin: return !open && state.more_in_sentence && !state.space;
    case Step::in: return open && move.label == state.label && state.more_in_sentence;
    case Step::last: return open && move.label == state.label;
    case Step::unit: return !open && move.label != kNoLabel && !state.space;
    case Step::out: return !open;
    case Step::missing: break;
  }
  return false;
}

}  // namespace

Result<EntityFinder> EntityFinder::read(const ModelFile& model) {
  EntityFinder finder;
  auto net = StateNet::read(model, "ner", kNerSlots, 1);
  if (!net) return tl::unexpected(net.error());
  auto labels = read_strings(model, "ner.labels");
  if (!labels) return tl::unexpected(labels.error());
  for (const Move& m : net->moves())
    if ((m.label != kNoLabel && m.label >= labels->size()) || (m.label == kNoLabel && m.action < 4))
      return fail(ErrorCode::damaged_model, fmt::format("{}: names unknown labels", model.path()));
  finder.net_ = std::move(*net);
  finder.labels_ = std::move(*labels);
  const auto mask = [&](const State& state) {
    return finder.net_.mask([&](const Move& move) { return allowed(move, state); });
  };
  for (std::size_t i = 0; i < 4; ++i) finder.closed_[i] = mask({(i & 1) != 0, (i & 2) != 0, -1, kNoLabel});
  for (std::uint32_t l = 0; l < finder.labels_.size(); ++l)
    finder.inside_.push_back({mask({false, false, 0, l}), mask({true, false, 0, l})});
  return finder;
}

std::vector<EntityRange> EntityFinder::find(std::span<const float> vectors, std::span<const char> starts_sentence,
                                            std::span<const char> space, StateNet::Memory& memory,
                                            const Kernels& math) const {
  StateNet::Text text(net_, vectors, memory, math);
  const auto count = static_cast<std::int32_t>(space.size());
  std::vector<EntityRange> out;
  std::int32_t open = -1;
  std::uint32_t label = kNoLabel;
  for (std::int32_t i = 0; i < count; ++i) {
    const std::size_t more = i + 1 < count && starts_sentence[i + 1] == 0 ? 1 : 0;
    const StateNet::Mask& mask = open >= 0 ? inside_[label][more] : closed_[more + (space[i] != 0 ? 2 : 0)];
    const std::int32_t slots[kNerSlots] = {i, open, open >= 0 ? i - 1 : -1};
    const Move* best = text.best_move(slots, mask);
    if (best == nullptr) break;
    const auto at = static_cast<std::uint32_t>(i);
    const auto step = static_cast<Step>(best->action);
    if (step == Step::begin) {
      open = i;
      label = best->label;
    } else if (step == Step::last) {
      out.push_back({static_cast<std::uint32_t>(open), at + 1, label});
      open = -1;
    } else if (step == Step::unit) {
      out.push_back({at, at + 1, best->label});
    }
  }
  return out;
}

}  // namespace rashomon::language

#include "language/state_net.hpp"

#include <algorithm>
#include <limits>

namespace rashomon::language {
namespace {

constexpr std::uint32_t kBlock = 48;        // tokens whose rows are computed together
constexpr std::size_t kMostBlocks = 16;     // held at once: 3.3 MB of the parser, 2.6 MB of the entity finder
static_assert(kMostBlocks > kParserSlots);  // so that no row of a state gives way to another of the same state
constexpr std::uint32_t kNoBlock = 0xffffffff;

}  // namespace

Result<StateNet> StateNet::read(const ModelFile& model, const std::string& prefix, std::size_t slots,
                                std::size_t common) {
  StateNet net;
  Error error;
  bool good = true;
  const auto floats = [&](const std::string& name, std::size_t count) -> const float* {
    const auto array = model.array<float>(prefix + "." + name, count);
    if (array) return array->data();
    if (good) error = array.error();
    good = false;
    return nullptr;
  };
  const auto moves = model.array<Move>(prefix + ".moves");
  if (!moves) return tl::unexpected(moves.error());
  net.moves_.assign(moves->begin(), moves->end());
  net.slots_ = slots;
  net.common_ = common;
  const std::size_t lower = slots * kStateSums;
  const std::size_t upper = std::max<std::size_t>(1, (net.moves_.size() + kPanel - 1) / kPanel);
  net.hidden_ = {floats("hidden.w", kHidden * kWidth), kWidth, kHidden / kPanel};
  net.hidden_bias_ = floats("hidden.b", kHidden);
  net.lower_ = {floats("lower.w", lower * kHidden), kHidden, lower / kPanel};
  net.lower_bias_ = floats("lower.b", kStateSums);
  net.absent_ = floats("lower.absent", lower);
  net.upper_ = {floats("upper.w", upper * kPanel * kHidden), kHidden, upper};
  net.upper_bias_ = floats("upper.b", upper * kPanel);
  if (!good) return tl::unexpected(error);
  return net;
}

StateNet::Mask StateNet::mask(const std::function<bool(const Move&)>& allowed) const {
  Mask out(upper_.outputs(), -std::numeric_limits<float>::infinity());
  for (std::size_t m = 0; m < moves_.size(); ++m)
    if (allowed(moves_[m])) out[m] = 0;
  return out;
}

StateNet::Text::Text(const StateNet& net, std::span<const float> vectors, Memory& memory, const Kernels& math)
    : net_(net), vectors_(vectors), memory_(memory), math_(math), width_(kHidden + net.slots_ * kStateSums) {
  const std::size_t needed = vectors.size() / kWidth / kBlock + 1;
  const std::size_t blocks = std::min(kMostBlocks, needed);
  memory.held.assign(blocks, kNoBlock);
  memory.looked.assign(blocks, 0);
  memory.computed.resize(blocks * kBlock);
  rows_ = memory.rows.reserve(blocks * kBlock * width_);
  scores_ = memory.scores.reserve(net.upper_.outputs());
}

void StateNet::Text::compute(std::uint32_t block, std::size_t place) {
  const std::size_t begin = std::size_t{block} * kBlock;
  const std::size_t count = std::min<std::size_t>(kBlock, vectors_.size() / kWidth - begin);
  float* const rows = rows_ + place * kBlock * width_;
  math_.multiply(vectors_.data() + begin * kWidth, kWidth, count, net_.hidden_, rows, width_);
  for (std::size_t r = 0; r < count; ++r)
    for (std::size_t i = 0; i < kHidden; ++i) rows[r * width_ + i] += net_.hidden_bias_[i];
  const PackedMatrix common{net_.lower_.data, kHidden, net_.common_ * kStateSums / kPanel};
  math_.multiply(rows, width_, count, common, rows + kHidden, width_);
  const auto bits = static_cast<std::uint8_t>((1U << net_.common_) - 1);
  std::fill_n(memory_.computed.begin() + static_cast<std::ptrdiff_t>(place * kBlock), count, bits);
  memory_.held[place] = block;
}

// Where the block's rows lie; they are computed if they lie nowhere.
std::size_t StateNet::Text::place_of(std::uint32_t block, std::size_t slot) {
  const auto& held = memory_.held;
  std::size_t place = last_[slot];
  if (held[place] != block) place = static_cast<std::size_t>(std::find(held.begin(), held.end(), block) - held.begin());
  if (place == held.size()) {
    place = static_cast<std::size_t>(std::min_element(memory_.looked.begin(), memory_.looked.end()) -
                                     memory_.looked.begin());
    compute(block, place);
  }
  memory_.looked[place] = ++now_;
  last_[slot] = place;
  return place;
}

const float* StateNet::Text::row(std::uint32_t token, std::size_t slot) {
  const std::size_t at = place_of(token / kBlock, slot) * kBlock + token % kBlock;
  float* const hidden = rows_ + at * width_;
  float* const out = hidden + kHidden + slot * kStateSums;
  if ((memory_.computed[at] >> slot & 1) == 0) {
    constexpr std::size_t kPanels = kStateSums / kPanel;
    math_.multiply(hidden, kHidden, 1, {net_.lower_.data + slot * kStateSums * kHidden, kHidden, kPanels}, out, 0);
    memory_.computed[at] = static_cast<std::uint8_t>(memory_.computed[at] | 1U << slot);
  }
  return out;
}

const Move* StateNet::Text::best_move(std::span<const std::int32_t> slots, const Mask& mask) {
  const float* parts[kParserSlots] = {};
  for (std::size_t s = 0; s < slots.size(); ++s)
    parts[s] = slots[s] < 0 ? net_.absent_ + s * kStateSums : row(static_cast<std::uint32_t>(slots[s]), s);
  float hidden[kHidden];
  math_.state(parts, slots.size(), net_.lower_bias_, hidden);
  math_.multiply(hidden, kHidden, 1, net_.upper_, scores_, net_.upper_.outputs());
  const std::size_t best = math_.choose(scores_, net_.upper_bias_, mask.data(), mask.size());
  return best < net_.moves_.size() ? &net_.moves_[best] : nullptr;
}

}  // namespace rashomon::language

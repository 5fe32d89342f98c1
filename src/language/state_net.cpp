#include "language/state_net.hpp"

#include <algorithm>

namespace rashomon::language {
namespace {

constexpr std::size_t kBlock = 48;

}  // namespace

Result<StateNet> StateNet::read(const ModelFile& model, const std::string& prefix, std::size_t slots) {
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
  const std::size_t lower = slots * kStateSums;
  const std::size_t upper = (net.moves_.size() + kPanel - 1) / kPanel;
  net.hidden_ = {floats("hidden.w", kHidden * kWidth), kWidth, kHidden / kPanel};
  net.hidden_bias_ = floats("hidden.b", kHidden);
  net.lower_ = {floats("lower.w", lower * kHidden), kHidden, lower / kPanel};
  net.lower_bias_ = floats("lower.b", kStateSums);
  net.absent_ = floats("lower.absent", lower);
  net.upper_ = {floats("upper.w", upper * kPanel * kHidden), kHidden, upper};
  net.upper_bias_ = floats("upper.b", net.moves_.size());
  if (!good) return tl::unexpected(error);
  return net;
}

StateNet::Text::Text(const StateNet& net, std::span<const float> vectors, const Kernels& math)
    : net_(net), math_(math), scores_(net.upper_.outputs()) {
  const std::size_t count = vectors.size() / kWidth;
  const std::size_t width = net.slots_ * kStateSums;
  rows_.resize(count * width);
  std::vector<float> hidden(kBlock * kHidden);
  for (std::size_t begin = 0; begin < count; begin += kBlock) {
    const std::size_t rows = std::min(kBlock, count - begin);
    math.multiply(vectors.data() + begin * kWidth, kWidth, rows, net.hidden_, hidden.data(), kHidden);
    for (std::size_t i = 0; i < rows * kHidden; ++i) hidden[i] += net.hidden_bias_[i % kHidden];
    math.multiply(hidden.data(), kHidden, rows, net.lower_, rows_.data() + begin * width, width);
  }
}

std::span<const float> StateNet::Text::scores(std::span<const std::int32_t> slots) {
  const float* parts[kParserSlots] = {};
  for (std::size_t s = 0; s < slots.size(); ++s) {
    const float* row = slots[s] < 0 ? net_.absent_ : rows_.data() + slots[s] * net_.slots_ * kStateSums;
    parts[s] = row + s * kStateSums;
  }
  float hidden[kHidden];
  math_.state(parts, slots.size(), net_.lower_bias_, hidden);
  math_.multiply(hidden, kHidden, 1, net_.upper_, scores_.data(), net_.upper_.outputs());
  for (std::size_t m = 0; m < net_.moves_.size(); ++m) scores_[m] += net_.upper_bias_[m];
  return {scores_.data(), net_.moves_.size()};
}

}  // namespace rashomon::language

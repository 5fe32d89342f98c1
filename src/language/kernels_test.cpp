#include "language/kernels.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <limits>
#include <random>

#include "language/tok2vec.hpp"

namespace rashomon::language {
namespace {

std::vector<float> numbers(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> out(count);
  for (float& x : out) x = static_cast<float>(static_cast<std::int32_t>(random())) * 1e-9F;
  return out;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

TEST(EmbeddingKeys, EqualThePublishedHash) {
  const std::array<std::uint32_t, 4> zero = {3428303819U, 685728695U, 3303603794U, 4065689084U};
  EXPECT_EQ(embedding_keys(0, 0), zero);
}

TEST(Kernels, MultiplyAsTheDefinitionSays) {
  const std::size_t outputs = 50;
  const std::size_t k = 7;
  const auto weights = numbers(outputs * k, 1);
  const auto packed = pack_matrix(outputs, k, [&](std::size_t o, std::size_t i) { return weights[o * k + i]; });
  const auto x = numbers(3 * k, 2);
  std::vector<float> y(3 * 64);
  kernels().multiply(x.data(), k, 3, {packed.data(), k, 4}, y.data(), 64);
  for (std::size_t r = 0; r < 3; ++r)
    for (std::size_t o = 0; o < outputs; ++o) {
      double sum = 0;
      for (std::size_t i = 0; i < k; ++i)
        sum += static_cast<double>(x[r * k + i]) * static_cast<double>(weights[o * k + i]);
      EXPECT_NEAR(y[r * 64 + o], sum, 1e-5);
    }
}

TEST(Kernels, GiveTheSameBitsWhateverRowsAreInTheCall) {
  const PackedMatrix shape{nullptr, kWindow, kSums / kPanel};
  const auto w = numbers(shape.k * shape.outputs(), 3);
  const PackedMatrix matrix{w.data(), shape.k, shape.panels};
  const std::size_t rows = 29;
  const auto x = numbers((rows + 2) * kWidth, 4);
  std::vector<float> whole(rows * kSums);
  kernels().multiply(x.data(), kWidth, rows, matrix, whole.data(), kSums);
  for (std::size_t block = 1; block < 13; ++block) {
    std::vector<float> parts(rows * kSums);
    for (std::size_t r = 0; r < rows; r += block)
      kernels().multiply(x.data() + r * kWidth, kWidth, std::min(block, rows - r), matrix, parts.data() + r * kSums,
                         kSums);
    EXPECT_TRUE(same_bits(whole, parts)) << block;
  }
}

TEST(Kernels, GiveTheSameBitsOnEveryCpu) {
  if (all_kernels().size() == 1) GTEST_SKIP() << "this CPU runs the portable kernels alone";
  const std::size_t rows = 17;
  const auto w = numbers(kWindow * kSums, 5);
  const PackedMatrix matrix{w.data(), kWindow, kSums / kPanel};
  const auto x = numbers((rows + 2) * kWidth, 6);
  const auto bias = numbers(kSums, 7);
  const auto scale = numbers(kWidth, 8);
  const auto run = [&](const Kernels& math) {
    std::vector<float> sums(rows * kSums);
    std::vector<float> out(rows * kWidth + kWidth + kHidden);
    math.multiply(x.data(), kWidth, rows, matrix, sums.data(), kSums);
    const MaxoutNorm norm{bias.data(), scale.data(), bias.data()};
    math.maxout_norm(sums.data(), rows, norm, x.data(), out.data(), kWidth);
    math.window_norm(w.data(), w.data() + 301, w.data() + 999, norm, x.data(), out.data() + rows * kWidth);
    const float* slots[3] = {w.data(), w.data() + 200, w.data() + 900};
    math.state(slots, 3, bias.data(), out.data() + rows * kWidth + kWidth);
    std::vector<float> row(kSums);
    math.multiply(x.data(), kWidth, 1, matrix, row.data(), kSums);
    out.insert(out.end(), row.begin(), row.end());
    const float* adds[5] = {w.data(), w.data() + 7, w.data() + 999, w.data() + 2000, w.data() + 3001};
    math.add_rows(adds, 5, row.data());
    out.insert(out.end(), row.begin(), row.end());
    return out;
  };
  for (const Kernels* fast : all_kernels()) EXPECT_TRUE(same_bits(run(portable_kernels()), run(*fast))) << fast->name;
}

TEST(Kernels, ChooseTheFirstOfTheBestThatMayBeChosen) {
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  std::vector<float> scores(48, 1.0F);
  std::vector<float> bias(48, 0.0F);
  std::vector<float> mask(48, 0.0F);
  scores[5] = 9.0F;
  scores[20] = 3.0F;
  bias[33] = 2.0F;
  mask[5] = kNever;
  for (const Kernels* math : all_kernels()) {
    EXPECT_EQ(math->choose(scores.data(), bias.data(), mask.data(), 48), 20U) << math->name;
    const std::vector<float> none(48, kNever);
    EXPECT_EQ(math->choose(scores.data(), bias.data(), none.data(), 48), 48U) << math->name;
  }
}

TEST(TypeMemory, GivesTheSameEntryUntilItIsFull) {
  TypeMemory memory(4);
  const TypeKey first[] = {7, 9, 7};
  auto found = memory.look_up(first);
  EXPECT_EQ(found.entries[0], found.entries[2]);
  EXPECT_EQ(found.new_at.size(), 2U);
  EXPECT_EQ(found.entries[1], found.first_new + TypeMemory::kEntry);
  const TypeKey second[] = {9};
  EXPECT_TRUE(memory.look_up(second).new_at.empty());
  const TypeKey third[] = {1, 2, 3};
  EXPECT_EQ(memory.look_up(third).new_at.size(), 3U);  // emptied: five would be too many
  EXPECT_EQ(memory.look_up(second).new_at.size(), 1U);
}

}  // namespace
}  // namespace rashomon::language

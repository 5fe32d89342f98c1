#include "language/special_cases.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "language/string_table.hpp"

namespace rashomon::language {

Result<SpecialCases> SpecialCases::read(const ModelFile& model) {
  SpecialCases cases;
  auto strings = read_strings(model, "tokenizer.specials");
  if (!strings) return tl::unexpected(strings.error());
  const auto ends = model.array<std::uint32_t>("tokenizer.ends", strings->size());
  if (!ends) return tl::unexpected(ends.error());
  const auto pieces = model.array<SpecialPiece>("tokenizer.pieces");
  if (!pieces) return tl::unexpected(pieces.error());
  cases.strings_ = std::move(*strings);
  cases.ends_ = *ends;
  cases.pieces_ = *pieces;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < cases.strings_.size(); begin = cases.ends_[i], ++i) {
    const std::uint32_t end = cases.ends_[i];
    const std::string_view whole = cases.strings_[i];
    std::size_t size = 0;
    bool good = begin < end && end <= cases.pieces_.size();
    for (std::uint32_t p = begin; good && p < end; ++p) {
      size += cases.pieces_[p].size;
      const bool inside_character = size < whole.size() && (static_cast<unsigned char>(whole[size]) & 0xc0U) == 0x80U;
      good = cases.pieces_[p].size > 0 && size <= whole.size() && !inside_character;
    }
    if (!good || size != whole.size())
      return fail(ErrorCode::damaged_model, fmt::format("{}: has a special case in wrong pieces", model.path()));
    cases.longest_ = std::max(cases.longest_, size);
    cases.index_.emplace(cases.strings_[i], i);
  }
  return cases;
}

std::span<const SpecialPiece> SpecialCases::find(std::string_view string) const {
  if (string.size() > longest_) return {};
  const auto found = index_.find(string);
  if (found == index_.end()) return {};
  const std::uint32_t begin = found->second == 0 ? 0 : ends_[found->second - 1];
  return pieces_.subspan(begin, ends_[found->second] - begin);
}

void SequenceFinder::add(std::span<const std::string_view> words) {
  std::uint32_t node = 0;
  for (const std::string_view word : words) {
    const std::uint32_t part = parts_.emplace(word, static_cast<std::uint32_t>(parts_.size() + 1)).first->second;
    std::uint32_t next = step(node, part);
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      nodes_[node].next.emplace(part, next);
    }
    node = next;
  }
  nodes_[node].ends_here = true;
}

std::uint32_t SequenceFinder::part_number(std::string_view word) const {
  const auto found = parts_.find(word);
  return found == parts_.end() ? 0 : found->second;
}

std::uint32_t SequenceFinder::step(std::uint32_t node, std::uint32_t part) const {
  const auto found = nodes_[node].next.find(part);
  return found == nodes_[node].next.end() ? 0 : found->second;
}

std::vector<SequenceFinder::Range> SequenceFinder::keep_longest(std::vector<Range> all, std::uint32_t count) {
  std::sort(all.begin(), all.end(), [](const Range& a, const Range& b) {
    const std::uint32_t a_size = a.end - a.begin;
    const std::uint32_t b_size = b.end - b.begin;
    return a_size != b_size ? a_size > b_size : a.begin < b.begin;
  });
  std::vector<Range> kept;
  std::vector<char> seen(all.empty() ? 0 : count, 0);
  for (const Range& range : all) {
    if (seen[range.begin] == 0 && seen[range.end - 1] == 0) kept.push_back(range);
    std::fill(seen.begin() + range.begin, seen.begin() + range.end, char{1});
  }
  std::sort(kept.begin(), kept.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
  return kept;
}

}  // namespace rashomon::language

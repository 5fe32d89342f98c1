#include "language/parser.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "language/parser_state.hpp"
#include "language/string_table.hpp"

namespace rashomon::language {
namespace {

constexpr std::uint32_t kActions = 5;
constexpr std::size_t kCommonSlots = kParserSlots;  // leaving out those of children was slower

}  // namespace

Result<Parser> Parser::read(const ModelFile& model) {
  Parser parser;
  auto net = StateNet::read(model, "parser", kParserSlots, kCommonSlots);
  if (!net) return tl::unexpected(net.error());
  auto labels = read_strings(model, "parser.labels");
  if (!labels) return tl::unexpected(labels.error());
  const auto lifted = model.array<Lifted>("parser.lifted", labels->size());
  if (!lifted) return tl::unexpected(lifted.error());
  parser.net_ = std::move(*net);
  parser.labels_ = std::move(*labels);
  parser.lifted_.assign(lifted->begin(), lifted->end());
  const auto root = std::find(parser.labels_.begin(), parser.labels_.end(), "ROOT");
  const auto known = [&](std::uint32_t label) { return label == kNoLabel || label < parser.labels_.size(); };
  bool good = root != parser.labels_.end();
  for (const Lifted& l : parser.lifted_) good = good && l.label < parser.labels_.size() && known(l.towards);
  for (const Move& m : parser.net_.moves())
    good = good && known(m.label) && m.action < kActions && (m.label != kNoLabel || m.action < 2);
  if (!good) return fail(ErrorCode::damaged_model, fmt::format("{}: names unknown labels", model.path()));
  for (std::size_t allowed = 0; allowed < parser.masks_.size(); ++allowed)
    parser.masks_[allowed] = parser.net_.mask([&](const Move& m) { return (allowed >> m.action & 1) != 0; });
  parser.root_ = static_cast<std::uint32_t>(root - parser.labels_.begin());
  return parser;
}

DependencyTree Parser::parse(std::span<const float> vectors, std::span<const char> space, StateNet::Memory& memory,
                             const Kernels& math) const {
  StateNet::Text text(net_, vectors, memory, math);
  ParserState state(static_cast<std::int32_t>(space.size()));
  while (!state.finished()) {
    std::size_t allowed = 0;
    for (std::uint32_t a = 0; a < kActions; ++a)
      if (state.allows(static_cast<Action>(a))) allowed |= std::size_t{1} << a;
    const Move* best = text.best_move(state.slots(), masks_[allowed]);
    if (best == nullptr) state.give_up();
    else state.apply(static_cast<Action>(best->action), best->label);
  }
  DependencyTree tree;
  tree.heads = state.heads();
  tree.labels = state.labels();
  for (std::size_t i = 0; i < tree.heads.size(); ++i)
    if (tree.heads[i] < 0) {
      tree.heads[i] = static_cast<std::int32_t>(i);
      tree.labels[i] = root_;
    }
  find_edges(tree);
  put_back_lifted(tree, lifted_, space);
  return tree;
}

}  // namespace rashomon::language

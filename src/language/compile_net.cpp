#include "language/compile_net.hpp"

#include <fmt/format.h>

#include <deque>

#include "language/compile_moves.hpp"
#include "language/kernels.hpp"
#include "language/string_table.hpp"
#include "language/thinc_model.hpp"

namespace rashomon::language {
namespace {

using Sections = std::vector<ModelSection>;

// Collects sections of one model file; the first array that is not there or has another shape spoils it.
class Writer {
 public:
  Writer(const ThincModel& model, std::string prefix, Sections& out)
      : model_(model), prefix_(std::move(prefix)), out_(out) {}

  void add(const std::string& name, const std::vector<float>& values) {
    out_.push_back({prefix_ + "." + name, pack_array(values)});
  }
  const std::vector<float>& array(std::string_view layer, std::size_t place, std::string_view param,
                                  const std::vector<std::size_t>& shape) {
    const auto layers = model_.named(layer);
    const std::vector<float>* found = place < layers.size() ? layers[place]->array(param, shape) : nullptr;
    if (found != nullptr) return *found;
    if (reason_.empty()) reason_ = fmt::format("{} {} has no array {} of the known shape", layer, place, param);
    std::size_t count = 1;
    for (const std::size_t n : shape) count *= n;
    return nothing_.emplace_back(count, 0.0F);
  }
  void refuse(std::string reason) {
    if (reason_.empty()) reason_ = std::move(reason);
  }
  [[nodiscard]] const ThincModel& model() const { return model_; }
  [[nodiscard]] Result<void> finished() const {
    if (reason_.empty()) return {};
    return fail(ErrorCode::malformed_input, fmt::format("{}: {}", model_.path, reason_));
  }

 private:
  const ThincModel& model_;
  std::string prefix_;
  Sections& out_;
  std::string reason_;
  std::deque<std::vector<float>> nothing_;  // what array() gave stays where it is
};

// Column of a packed maxout matrix → its place in W[output, piece, input] and b[output, piece]: columns go piece by
// piece.
std::size_t maxout_place(std::size_t column) { return column % kWidth * kPieces + column / kWidth; }

// Bias and layer normalisation of a maxout layer.
void add_norm(Writer& w, const std::string& name, std::size_t place) {
  const auto& bias = w.array("maxout", place, "b", {kWidth, kPieces});
  std::vector<float> reordered(kSums);
  for (std::size_t o = 0; o < kSums; ++o) reordered[o] = bias[maxout_place(o)];
  w.add(name + ".b", reordered);
  w.add(name + ".scale", w.array("layernorm", place, "G", {kWidth}));
  w.add(name + ".shift", w.array("layernorm", place, "b", {kWidth}));
}

// The mixer is linear before its maximum: every row of an embedding table is multiplied here with the mixer's weights
// for its column, so that a token's sums are sums of rows.
void add_mixer(Writer& w, std::size_t columns, const std::vector<EmbedColumn>& shape) {
  const auto& weights = w.array("maxout", 0, "W", {kWidth, kPieces, columns * kWidth});
  for (std::size_t c = 0; c < columns; ++c) {
    const auto& rows = w.array("hashembed", c, "E", {shape[c].rows, kWidth});
    const auto matrix = pack_matrix(kSums, kWidth, [&](std::size_t o, std::size_t i) {
      return weights[maxout_place(o) * columns * kWidth + c * kWidth + i];
    });
    std::vector<float> products(shape[c].rows * kSums);
    kernels().multiply(rows.data(), kWidth, shape[c].rows, {matrix.data(), kWidth, kSums / kPanel}, products.data(),
                       kSums);
    w.add(fmt::format("table{}", c), products);
  }
  add_norm(w, "mixer", 0);
}

// Layer 1 has its three places in the window side by side as outputs: a word type's products are computed once.
void add_encoder(Writer& w) {
  for (std::size_t d = 1; d <= kDepth; ++d) {
    const auto& weights = w.array("maxout", d, "W", {kWidth, kPieces, kWindow});
    const std::string name = fmt::format("layer{}", d);
    if (d == 1)
      w.add(name + ".w", pack_matrix(3 * kSums, kWidth, [&](std::size_t o, std::size_t i) {
              return weights[maxout_place(o % kSums) * kWindow + o / kSums * kWidth + i];
            }));
    else
      w.add(name + ".w", pack_matrix(kSums, kWindow, [&](std::size_t o, std::size_t i) {
              return weights[maxout_place(o) * kWindow + i];
            }));
    add_norm(w, name, d);
  }
}

void add_tok2vec(Writer& w, std::size_t columns, const std::string& prefix, Sections& out) {
  const auto tables = w.model().named("hashembed");
  if (tables.size() != columns || w.model().columns.size() != columns) return w.refuse("has other feature columns");
  std::vector<EmbedColumn> shape;
  for (std::size_t c = 0; c < columns; ++c) {
    if (w.model().columns[c] != kColumnNames[c]) return w.refuse("has other feature columns");
    const auto& params = tables[c]->params;
    if (params.size() != 1 || params[0].second.shape.size() != 2 || params[0].second.shape[0] == 0)
      return w.refuse("has an embedding table of unknown shape");
    shape.push_back(
        {static_cast<std::uint32_t>(params[0].second.shape[0]), static_cast<std::uint32_t>(tables[c]->seed)});
  }
  out.push_back({prefix + ".columns", pack_array(shape)});
  add_mixer(w, columns, shape);
  add_encoder(w);
}

void add_linear(Writer& w, const std::string& name, const char* layer, std::size_t place, std::size_t outputs,
                std::size_t inputs) {
  const auto& weights = w.array(layer, place, "W", {outputs, inputs});
  w.add(name + "w",
        pack_matrix(outputs, inputs, [&](std::size_t o, std::size_t i) { return weights[o * inputs + i]; }));
  std::vector<float> bias = w.array(layer, place, "b", {outputs});
  bias.resize((outputs + kPanel - 1) / kPanel * kPanel);
  w.add(name + "b", bias);
}

// Two linear layers: the first in breadth-first order is the upper one.
void add_state_net(Writer& w, std::size_t slots, std::size_t moves) {
  add_linear(w, "hidden.", "linear", 1, kHidden, kWidth);
  add_linear(w, "upper.", "linear", 0, moves, kHidden);
  const auto& weights = w.array("precomputable_affine", 0, "W", {slots, kHidden, kHiddenPieces, kHidden});
  const auto& bias = w.array("precomputable_affine", 0, "b", {kHidden, kHiddenPieces});
  const auto& pad = w.array("precomputable_affine", 0, "pad", {1, slots, kHidden, kHiddenPieces});
  const auto from = [](std::size_t column) {
    const std::size_t within = column % kStateSums;
    return column / kStateSums * kStateSums + within % kHidden * kHiddenPieces + within / kHidden;
  };
  w.add("lower.w", pack_matrix(slots * kStateSums, kHidden,
                               [&](std::size_t o, std::size_t i) { return weights[from(o) * kHidden + i]; }));
  std::vector<float> values(kStateSums);
  for (std::size_t o = 0; o < values.size(); ++o) values[o] = bias[from(o)];
  w.add("lower.b", values);
  values.resize(slots * kStateSums);
  for (std::size_t o = 0; o < values.size(); ++o) values[o] = pad[from(o)];
  w.add("lower.absent", values);
}

Result<void> add_shared(const std::string& package, Sections& out) {
  const auto shared = read_thinc_model(package + "/tok2vec/model");
  if (!shared) return tl::unexpected(shared.error());
  Writer writer(*shared, "tok2vec", out);
  add_tok2vec(writer, kMostColumns, "tok2vec", out);
  return writer.finished();
}

Result<void> add_tagger(const std::string& package, Sections& out) {
  const auto model = read_thinc_model(package + "/tagger/model");
  if (!model) return tl::unexpected(model.error());
  const auto labels = read_tagger_labels(package + "/tagger/cfg");
  if (!labels) return tl::unexpected(labels.error());
  Writer writer(*model, "tagger", out);
  add_linear(writer, "", "softmax", 0, labels->size(), kWidth);
  out.push_back({"tagger.labels", pack_strings(*labels)});
  return writer.finished();
}

Result<void> add_transitions(const std::string& package, const std::string& name, std::size_t slots, Sections& out) {
  const auto model = read_thinc_model(package + "/" + name + "/model");
  if (!model) return tl::unexpected(model.error());
  const auto moves = read_moves(package + "/" + name + "/moves");
  if (!moves) return tl::unexpected(moves.error());
  Writer writer(*model, name, out);
  if (name == "ner") add_tok2vec(writer, 4, name, out);
  add_state_net(writer, slots, moves->moves.size());
  out.push_back({name + ".moves", pack_array(moves->moves)});
  out.push_back({name + ".labels", pack_strings(moves->labels)});
  if (name == "parser") out.push_back({name + ".lifted", pack_array(moves->lifted)});
  return writer.finished();
}

}  // namespace

Result<std::vector<ModelSection>> compile_networks(const std::string& package) {
  Sections out;
  auto done = add_shared(package, out);
  if (done) done = add_tagger(package, out);
  if (done) done = add_transitions(package, "parser", kParserSlots, out);
  if (done) done = add_transitions(package, "ner", kNerSlots, out);
  if (!done) return tl::unexpected(done.error());
  return out;
}

}  // namespace rashomon::language

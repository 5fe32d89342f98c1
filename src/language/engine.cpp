#include "language/engine.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

#include "language/attribute_ruler.hpp"
#include "language/layout.hpp"
#include "language/lemmatizer.hpp"
#include "language/lexeme.hpp"
#include "language/networks.hpp"
#include "language/string_pool.hpp"
#include "language/tokenizer.hpp"
#include "language/unit_memory.hpp"
#include "language/vocabulary.hpp"

namespace rashomon::language {

namespace {

// Word types that a thread knows by number, 200 bytes each; a text's own are kept while it is read.
constexpr std::size_t kFewestWordTypes = 4'096, kMostWordTypes = 32'768;
constexpr std::size_t kFewestEncodedTypes = 512;

// The program, the model and the strings; and what a thread holds beside its word types, with the documents that it has
// under way. Measured on news.
constexpr std::size_t kProcess = 52 << 20, kThread = 26 << 20;
constexpr std::size_t kTypeBytes = 2 * TypeMemory::kEntry * sizeof(float);

constexpr std::size_t kFewestBytes = 80 << 20;  // of one thread with the smallest sizes, all in all

// The options with sizes that fit the memory.
EngineOptions fitted(EngineOptions options) {
  const std::size_t free = options.memory - std::min(options.memory, kProcess);
  options.unit_bytes = std::min(options.unit_bytes, (options.memory - std::min(options.memory, kFewestBytes)) / 8);
  const std::size_t each = (free - options.unit_bytes) / std::max(1U, options.threads);
  options.word_types = std::clamp((each - std::min(each, kThread)) / kTypeBytes, kFewestEncodedTypes,
                                  std::max(options.word_types, kFewestEncodedTypes));
  return options;
}

// What one thread needs to parse; nothing in it shows in a result.
struct Workspace {
  Workspace(Vocabulary words_met, std::size_t word_types) : vocabulary(std::move(words_met)), networks(word_types) {}
  ChunkMemory chunks;
  Vocabulary vocabulary;
  Networks::Memory networks;
  std::vector<Word> words;
  std::vector<TypeKey> types;
  std::vector<FeatureRow> rows;
  std::vector<RulerToken> questions;
};

// Sentences and entities of the tokens from `first` on.
void add_ranges(const Reading& reading, const std::vector<std::string_view>& labels, std::uint32_t first, Parse& out) {
  const auto count = static_cast<std::uint32_t>(reading.tags.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    Token& token = out.tokens[first + i];
    if (i == 0 || reading.tree.starts_sentence[i] != 0) out.sentences.push_back({token.span, first + i, first + i});
    Sentence& sentence = out.sentences.back();
    sentence.span.end = token.span.end;
    sentence.end = first + i + 1;
    token.sentence = static_cast<std::uint32_t>(out.sentences.size() - 1);
  }
  for (const EntityRange& range : reading.entities) {
    const Entity entity{hull(out.tokens[first + range.begin].span, out.tokens[first + range.end - 1].span),
                        labels[range.label], first + range.begin, first + range.end};
    for (std::uint32_t i = entity.begin; i < entity.end; ++i) out.tokens[i].entity = entity.label;
    out.tokens[entity.begin].entity_begin = true;
    out.entities.push_back(entity);
  }
}

}  // namespace

unsigned threads_within(std::size_t memory) {
  const std::size_t further = memory - std::min(memory, kFewestBytes);
  return static_cast<unsigned>(1 + further / (kThread + kFewestEncodedTypes * kTypeBytes));
}

struct Engine::Impl {
  explicit Impl(const EngineOptions& options) : word_types(options.word_types), units(options.unit_bytes) {}

  ModelFile model;
  Tokenizer tokenizer;
  Lexicon lexicon;
  Networks networks;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
  const Kernels* math = &kernels();
  std::size_t word_types;
  StringPool strings;
  UnitMemory units;
  std::atomic<std::uint64_t> units_read = 0;
  std::mutex mutex;  // of `idle`
  std::vector<std::unique_ptr<Workspace>> idle;

  std::unique_ptr<Workspace> take_workspace();
  void give_back(std::unique_ptr<Workspace> workspace);
  void add_unit(std::string_view text, Span unit, Workspace& workspace, Parse& out);
  void parse_unit(std::string_view text, Span unit, Workspace& workspace, Parse& out) const;
  void add_tokens(const Reading& reading, Workspace& workspace, Parse& out) const;
};

std::unique_ptr<Workspace> Engine::Impl::take_workspace() {
  const std::scoped_lock lock(mutex);
  if (idle.empty()) return std::make_unique<Workspace>(Vocabulary(lexicon, ruler, lemmatizer, strings), word_types);
  auto workspace = std::move(idle.back());
  idle.pop_back();
  return workspace;
}

void Engine::Impl::give_back(std::unique_ptr<Workspace> workspace) {
  const std::scoped_lock lock(mutex);
  idle.push_back(std::move(workspace));
}

void Engine::Impl::add_unit(std::string_view text, Span unit, Workspace& workspace, Parse& out) {
  const std::string_view bytes = slice(text, unit);
  if (units.append(bytes, unit.begin, out)) return;
  const UnitMemory::Mark mark = UnitMemory::mark(out);
  parse_unit(text, unit, workspace, out);
  units.keep(bytes, unit.begin, out, mark);
  ++units_read;
}

void Engine::Impl::parse_unit(std::string_view text, Span unit, Workspace& w, Parse& out) const {
  if (w.vocabulary.size() > std::clamp(8 * word_types, kFewestWordTypes, kMostWordTypes)) {
    w.vocabulary.forget();
    w.networks.forget_types();
  }
  w.words.clear();
  w.types.clear();
  w.rows.clear();
  tokenizer.tokenize(text, unit, w.chunks, w.words);
  if (w.words.empty()) return;
  for (const Word& word : w.words) {
    const TypeKey type = w.vocabulary.type_of(slice(text, word.span), word.norm);
    w.types.push_back(type);
    FeatureRow& row = w.rows.emplace_back(w.vocabulary[type].features);
    row[static_cast<std::size_t>(Column::spacy)] = word.space_after ? 1 : 0;
  }
  add_tokens(networks.read_text(w.rows, w.types, w.networks, *math), w, out);
}

void Engine::Impl::add_tokens(const Reading& reading, Workspace& w, Parse& out) const {
  w.questions.clear();
  for (std::size_t i = 0; i < w.words.size(); ++i)
    w.questions.push_back({reading.tags[i], reading.tree.labels[i], w.vocabulary[w.types[i]].rule_word,
                           w.rows[i][static_cast<std::size_t>(Column::is_space)] != 0});
  const std::vector<RulerValues> values = ruler.apply(w.questions);
  const auto first = static_cast<std::uint32_t>(out.tokens.size());
  const auto value = [&](std::uint32_t index) { return index == kAny ? std::string_view{} : ruler.values()[index]; };
  for (std::size_t i = 0; i < w.words.size(); ++i) {
    Token& token = out.tokens.emplace_back();
    const RulerValues& set = values[i];
    token.span = w.words[i].span;
    token.space_after = w.words[i].space_after;
    token.tag = set.tag == kAny ? networks.tag_labels()[reading.tags[i]] : value(set.tag);
    token.dep = set.dep == kAny ? networks.dep_labels()[reading.tree.labels[i]] : value(set.dep);
    token.pos = value(set.pos);
    token.morph = value(set.morph);
    token.lemma = set.lemma == kAny ? w.vocabulary.lemma(w.types[i], set.pos, set.morph) : value(set.lemma);
    token.head = first + static_cast<std::uint32_t>(reading.tree.heads[i]);
    token.left_edge = first + static_cast<std::uint32_t>(reading.tree.left_edge[i]);
    token.right_edge = first + static_cast<std::uint32_t>(reading.tree.right_edge[i]);
  }
  add_ranges(reading, networks.entity_labels(), first, out);
}

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::open(const std::string& directory, const EngineOptions& options) {
  const auto all = all_kernels();
  const auto math = std::find_if(all.begin(), all.end(), [&](const Kernels* k) { return k->name == options.kernels; });
  if (math == all.end() && !options.kernels.empty())
    return fail(ErrorCode::usage, "this CPU has no kernels '" + options.kernels + "'");
  auto model = ModelFile::open(directory + "/" + kModelName, kModelKind, kModelVersion);
  if (!model) return tl::unexpected(model.error());
  auto tokenizer = Tokenizer::read(*model);
  if (!tokenizer) return tl::unexpected(tokenizer.error());
  auto lexicon = Lexicon::read(*model);
  if (!lexicon) return tl::unexpected(lexicon.error());
  auto networks = Networks::read(*model);
  if (!networks) return tl::unexpected(networks.error());
  auto ruler = AttributeRuler::read(*model);
  if (!ruler) return tl::unexpected(ruler.error());
  auto lemmatizer = Lemmatizer::read(*model);
  if (!lemmatizer) return tl::unexpected(lemmatizer.error());
  auto impl = std::make_unique<Impl>(fitted(options));
  if (math != all.end()) impl->math = *math;
  impl->tokenizer = std::move(*tokenizer);
  impl->lexicon = *lexicon;
  impl->networks = std::move(*networks);
  impl->ruler = std::move(*ruler);
  impl->lemmatizer = std::move(*lemmatizer);
  impl->model = std::move(*model);
  return Engine(std::move(impl));
}

Parse Engine::parse(std::string_view text, std::span<const Span> units) const {
  Parse out;
  auto workspace = impl_->take_workspace();
  for (const Span unit : units) impl_->add_unit(text, unit, *workspace, out);
  impl_->give_back(std::move(workspace));
  return out;
}

void Engine::parse_each(std::string_view text, std::span<const Span> units,
                        const std::function<bool(const Parse&)>& take) const {
  Parse one;
  auto workspace = impl_->take_workspace();
  for (const Span unit : units) {
    one.tokens.clear();
    one.sentences.clear();
    one.entities.clear();
    impl_->add_unit(text, unit, *workspace, one);
    if (!take(one)) break;
  }
  impl_->give_back(std::move(workspace));
}

std::uint64_t Engine::units_read() const { return impl_->units_read; }

const ModelInfo& Engine::info() const { return impl_->model.info(); }

}  // namespace rashomon::language

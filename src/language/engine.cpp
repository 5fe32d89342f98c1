#include "language/engine.hpp"

#include <utility>

#include "language/attribute_ruler.hpp"
#include "language/layout.hpp"
#include "language/lemmatizer.hpp"
#include "language/lexeme.hpp"
#include "language/networks.hpp"
#include "language/string_pool.hpp"
#include "language/tokenizer.hpp"
#include "language/unicode.hpp"

namespace rashomon::language {

struct Engine::Impl {
  ModelFile model;
  Tokenizer tokenizer;
  Lexicon lexicon;
  Networks networks;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
  mutable StringPool strings;

  void parse_unit(std::string_view text, Span unit, Parse& out) const;
  void add_tokens(std::string_view text, std::span<const Word> words, Parse& out) const;
};

namespace {

struct Form {
  std::string lower;
  Lexeme lexeme;
};

FeatureRow features(const Word& word, const Lexeme& lexeme) {
  return {word.norm != 0 ? word.norm : lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape,
          word.space_after ? 1U : 0U, lexeme.space ? 1U : 0U};
}

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

void Engine::Impl::parse_unit(std::string_view text, Span unit, Parse& out) const {
  std::vector<Word> words;
  tokenizer.tokenize(text, unit, words);
  if (!words.empty()) add_tokens(text, words, out);
}

void Engine::Impl::add_tokens(std::string_view text, std::span<const Word> words, Parse& out) const {
  std::vector<Form> forms;
  std::vector<FeatureRow> rows;
  for (const Word& word : words) {
    const std::string_view form = slice(text, word.span);
    std::string lower = lower_case(form);
    const Lexeme lexeme = lexicon.lexeme(form, lower);
    rows.push_back(features(word, lexeme));
    forms.push_back({std::move(lower), lexeme});
  }
  const Reading reading = networks.read_text(rows);
  std::vector<RulerToken> questions;
  for (std::size_t i = 0; i < words.size(); ++i)
    questions.push_back({reading.tags[i], reading.tree.labels[i], ruler.word_number(forms[i].lower),
                         forms[i].lexeme.space});
  const std::vector<RulerValues> values = ruler.apply(questions);
  const auto first = static_cast<std::uint32_t>(out.tokens.size());
  const auto value = [&](std::uint32_t index) { return index == kAny ? std::string_view{} : ruler.values()[index]; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    Token& token = out.tokens.emplace_back();
    const RulerValues& set = values[i];
    token.span = words[i].span;
    token.space_after = words[i].space_after;
    token.tag = set.tag == kAny ? networks.tag_labels()[reading.tags[i]] : value(set.tag);
    token.dep = set.dep == kAny ? networks.dep_labels()[reading.tree.labels[i]] : value(set.dep);
    token.pos = value(set.pos);
    token.morph = value(set.morph);
    token.lemma = set.lemma != kAny ? value(set.lemma)
                                    : strings.keep(lemmatizer.lemma(slice(text, token.span), forms[i].lower, token.pos,
                                                                    token.morph));
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

Result<Engine> Engine::open(const std::string& directory) {
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
  return Engine(std::unique_ptr<Impl>(new Impl{std::move(*model), std::move(*tokenizer), std::move(*lexicon),
                                               std::move(*networks), std::move(*ruler), std::move(*lemmatizer), {}}));
}

Parse Engine::parse(std::string_view text, std::span<const Span> units) const {
  Parse out;
  for (const Span unit : units) impl_->parse_unit(text, unit, out);
  return out;
}

const ModelInfo& Engine::info() const { return impl_->model.info(); }

}  // namespace rashomon::language

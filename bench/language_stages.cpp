// What each stage of the language engine costs, on one thread, beside a probe of the CPU's multiply-add rate in the
// same run: the share of the probe is the figure that can be compared between machines.
//
//   language_stages TEXTS.jsonl [KERNELS]     one object a line with a "text"; KERNELS: portable, avx2, avx512
//
// CPU time of the thread; every text is one unit. Needs the compiled model in the data directory.
#include <fmt/format.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "language/attribute_ruler.hpp"
#include "language/engine.hpp"
#include "language/layout.hpp"
#include "language/networks.hpp"
#include "language/tokenizer.hpp"
#include "language/vocabulary.hpp"

using namespace rashomon;
using namespace rashomon::language;

namespace {

double cpu_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Stage {
  const char* name;
  double flop_per_token;  // that cannot be spared by memory; 0 where the stage is no arithmetic
  double seconds = 0;
};

template <class Work>
auto timed(Stage& stage, Work work) {
  const double begin = cpu_seconds();
  auto result = work();
  stage.seconds += cpu_seconds() - begin;
  return result;
}

// Multiplies blocks that stay in the first-level cache; 12 rows by 288 outputs, as the encoder does.
double probe_gflops(const Kernels& math) {
  constexpr std::size_t kRows = 48;
  constexpr std::size_t kInputs = 96;
  constexpr std::size_t kOutputs = 32;
  FloatBuffer x;
  FloatBuffer w;
  FloatBuffer y;
  std::fill_n(x.reserve(kRows * kInputs), kRows * kInputs, 0.25F);
  std::fill_n(w.reserve(kInputs * kOutputs), kInputs * kOutputs, 0.5F);
  float* const out = y.reserve(kRows * kOutputs);
  double best = 0;
  for (int round = 0; round < 20; ++round) {
    constexpr int kTimes = 2000;
    const double begin = cpu_seconds();
    for (int i = 0; i < kTimes; ++i)
      math.multiply(x.reserve(1), kInputs, kRows, {w.reserve(1), kInputs, kOutputs / kPanel}, out, kOutputs);
    best = std::max(best, 2.0 * kRows * kInputs * kOutputs * kTimes / (cpu_seconds() - begin) * 1e-9);
  }
  return best;
}

std::vector<std::string> read_texts(const char* path) {
  std::vector<std::string> texts;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    rapidjson::Document document;
    document.Parse(line.data(), line.size());
    if (!document.HasParseError() && document.IsObject() && document.HasMember("text") && document["text"].IsString())
      texts.emplace_back(document["text"].GetString(), document["text"].GetStringLength());
  }
  return texts;
}

// The parts of an engine, opened one by one.
struct Parts {
  ModelFile file;
  Tokenizer tokenizer;
  Lexicon lexicon;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
  Tok2Vec shared;
  Tok2Vec own;
  Tagger tagger;
  Parser parser;
  EntityFinder entities;
};

Result<Parts> open_parts() {
  auto file = ModelFile::open(data_directory() + "/" + kModelName, kModelKind, kModelVersion);
  if (!file) return tl::unexpected(file.error());
  const ModelFile& f = *file;
  auto tokenizer = Tokenizer::read(f);
  auto shared = Tok2Vec::read(f, "tok2vec", kMostColumns);
  auto own = Tok2Vec::read(f, "ner", 4);
  auto tagger = Tagger::read(f);
  auto parser = Parser::read(f);
  auto entities = EntityFinder::read(f);
  if (!tokenizer || !shared || !own || !tagger || !parser || !entities)
    return fail(ErrorCode::damaged_model, f.path() + ": is damaged");
  Parts parts{{},
              std::move(*tokenizer),
              *Lexicon::read(f),
              *AttributeRuler::read(f),
              *Lemmatizer::read(f),
              std::move(*shared),
              std::move(*own),
              std::move(*tagger),
              std::move(*parser),
              std::move(*entities)};
  parts.file = std::move(*file);
  return parts;
}

// FLOP per token with tables and memories that always hit, multiply and add counted apart.
constexpr double kLayers = 3 * 2.0 * kSums * kWindow;
constexpr double kParserFlop =
    2.0 * kWidth * kHidden + 2.0 * kHidden * kStateSums * kParserSlots + 2.05 * 2.0 * kHidden * 106;
constexpr double kNerFlop = 2.0 * kWidth * kHidden + 2.0 * kHidden * kStateSums * kNerSlots + 2.0 * kHidden * 74;

class Bench {
 public:
  Bench(const Parts& parts, const Kernels& math)
      : p_(parts), math_(math), vocabulary_(parts.lexicon, parts.ruler, parts.lemmatizer, pool_) {}
  void read(const std::string& text);
  void print(double gflops) const;

 private:
  void label(const std::vector<Word>& words, const std::vector<TypeKey>& types, const std::vector<FeatureRow>& rows,
             const std::vector<std::uint32_t>& tags, const DependencyTree& tree);
  const Parts& p_;
  const Kernels& math_;
  StringPool pool_;
  Vocabulary vocabulary_;
  ChunkMemory chunks_;
  Tok2Vec::Memory shared_{6144};
  Tok2Vec::Memory own_{6144};
  FloatBuffer vectors_;
  FloatBuffer own_vectors_;
  StateNet::Memory parser_;
  StateNet::Memory entities_;
  FloatBuffer tags_;
  std::size_t tokens_ = 0;
  Stage tokenise_{"tokenise", 0};
  Stage types_{"word types", 0};
  Stage encode_{"encode", kLayers};
  Stage tag_{"tag", 2.0 * kWidth * 50};
  Stage parse_{"parse", kParserFlop};
  Stage encode_own_{"encode for entities", kLayers};
  Stage find_{"find entities", kNerFlop};
  Stage rules_{"rules and lemmas", 0};
};

void Bench::read(const std::string& text) {
  const auto words = timed(tokenise_, [&] {
    std::vector<Word> out;
    p_.tokenizer.tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, chunks_, out);
    return out;
  });
  std::vector<FeatureRow> rows;
  std::vector<TypeKey> spaced;
  std::vector<char> space;
  const auto types = timed(types_, [&] {
    std::vector<TypeKey> out;
    for (const Word& word : words) {
      const TypeKey type = out.emplace_back(vocabulary_.type_of(slice(text, word.span), word.norm));
      rows.push_back(vocabulary_[type].features);
      rows.back()[static_cast<std::size_t>(Column::spacy)] = word.space_after ? 1 : 0;
      spaced.push_back(2 * type + (word.space_after ? 1 : 0));
      space.push_back(rows.back()[static_cast<std::size_t>(Column::is_space)] != 0 ? 1 : 0);
    }
    return out;
  });
  const auto vectors = timed(encode_, [&] { return p_.shared.vectors(rows, spaced, shared_, vectors_, math_); });
  const auto tags = timed(tag_, [&] { return p_.tagger.tags(vectors, tags_, math_); });
  const auto tree = timed(parse_, [&] { return p_.parser.parse(vectors, space, parser_, math_); });
  const auto own = timed(encode_own_, [&] { return p_.own.vectors(rows, types, own_, own_vectors_, math_); });
  timed(find_, [&] { return p_.entities.find(own, tree.starts_sentence, space, entities_, math_); });
  timed(rules_, [&] {
    label(words, types, rows, tags, tree);
    return 0;
  });
  tokens_ += words.size();
}

void Bench::label(const std::vector<Word>& words, const std::vector<TypeKey>& types,
                  const std::vector<FeatureRow>& rows, const std::vector<std::uint32_t>& tags,
                  const DependencyTree& tree) {
  std::vector<RulerToken> questions;
  for (std::size_t i = 0; i < words.size(); ++i)
    questions.push_back({tags[i], tree.labels[i], vocabulary_[types[i]].rule_word,
                         rows[i][static_cast<std::size_t>(Column::is_space)] != 0});
  const auto values = p_.ruler.apply(questions);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (values[i].lemma == kAny) static_cast<void>(vocabulary_.lemma(types[i], values[i].pos, values[i].morph));
}

void Bench::print(double gflops) const {
  double all = 0;
  double flop = 0;
  const auto n = static_cast<double>(tokens_);
  for (const Stage* stage : {&tokenise_, &types_, &encode_, &tag_, &parse_, &encode_own_, &find_, &rules_}) {
    all += stage->seconds;
    flop += stage->flop_per_token;
    fmt::print("{:20} {:7.0f} ns a token", stage->name, stage->seconds / n * 1e9);
    if (stage->flop_per_token > 0)
      fmt::print("  {:6.1f} GFLOP/s, {:3.0f} % of the probe", stage->flop_per_token * n / stage->seconds * 1e-9,
                 stage->flop_per_token * n / stage->seconds * 1e-7 / gflops);
    fmt::print("\n");
  }
  fmt::print("{:20} {:7.0f} ns a token  {:6.1f} GFLOP/s, {:3.0f} % of the probe; {:.0f} tokens/s\n", "all",
             all / n * 1e9, flop * n / all * 1e-9, flop * n / all * 1e-7 / gflops, n / all);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const Kernels* math = &kernels();
  for (const Kernels* known : all_kernels())
    if (argc > 2 && known->name == argv[2]) math = known;
  const auto parts = open_parts();
  if (!parts) {
    fmt::print(stderr, "skipped: {}\n", parts.error().message);
    return 77;
  }
  const auto texts = read_texts(argv[1]);
  const double gflops = probe_gflops(*math);
  Bench bench(*parts, *math);
  for (const std::string& text : texts) bench.read(text);
  fmt::print("{} kernels, probe {:.1f} GFLOP/s, {} texts\n", math->name, gflops, texts.size());
  bench.print(gflops);
}

#include "language/networks.hpp"

namespace rashomon::language {

Result<Networks> Networks::read(const ModelFile& model) {
  auto shared = Tok2Vec::read(model, "tok2vec", kMostColumns);
  if (!shared) return tl::unexpected(shared.error());
  auto tagger = Tagger::read(model);
  if (!tagger) return tl::unexpected(tagger.error());
  auto parser = Parser::read(model);
  if (!parser) return tl::unexpected(parser.error());
  auto own = Tok2Vec::read(model, "ner", 4);
  if (!own) return tl::unexpected(own.error());
  auto entities = EntityFinder::read(model);
  if (!entities) return tl::unexpected(entities.error());
  Networks networks;
  networks.shared_ = std::move(*shared);
  networks.tagger_ = std::move(*tagger);
  networks.parser_ = std::move(*parser);
  networks.own_ = std::move(*own);
  networks.entities_ = std::move(*entities);
  return networks;
}

void Networks::Memory::forget_types() {
  shared.types.forget();
  own.types.forget();
}

Reading Networks::read_text(std::span<const FeatureRow> tokens, std::span<const TypeKey> types, Memory& memory,
                            const Kernels& math) const {
  std::vector<char> space(tokens.size());
  memory.spaced.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    space[i] = tokens[i][static_cast<std::size_t>(Column::is_space)] != 0 ? 1 : 0;
    memory.spaced[i] = 2 * types[i] + (tokens[i][static_cast<std::size_t>(Column::spacy)] != 0 ? 1 : 0);
  }
  Reading reading;
  const auto vectors = shared_.vectors(tokens, memory.spaced, memory.shared, memory.vectors, math);
  reading.tags = tagger_.tags(vectors, memory.tags, math);
  reading.tree = parser_.parse(vectors, space, memory.parser, math);
  reading.entities = entities_.find(own_.vectors(tokens, types, memory.own, memory.vectors, math),
                                    reading.tree.starts_sentence, space, memory.entities, math);
  return reading;
}

}  // namespace rashomon::language

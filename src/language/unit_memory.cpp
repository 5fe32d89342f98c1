#include "language/unit_memory.hpp"

#include "core/hash.hpp"

namespace rashomon::language {
namespace {

// Moves a parse: by so many bytes, tokens, sentences. Unsigned numbers wrap, so a move back is the negative.
struct Move {
  std::uint32_t bytes = 0;
  std::uint32_t tokens = 0;
  std::uint32_t sentences = 0;
};

Span moved(Span span, std::uint32_t by) { return {span.begin + by, span.end + by}; }

void append_moved(const Parse& from, const UnitMemory::Mark& first, const Move& by, Parse& out) {
  for (std::size_t i = first.tokens; i < from.tokens.size(); ++i) {
    Token& token = out.tokens.emplace_back(from.tokens[i]);
    token.span = moved(token.span, by.bytes);
    token.head += by.tokens;
    token.left_edge += by.tokens;
    token.right_edge += by.tokens;
    token.sentence += by.sentences;
  }
  for (std::size_t i = first.sentences; i < from.sentences.size(); ++i) {
    const Sentence& s = from.sentences[i];
    out.sentences.push_back({moved(s.span, by.bytes), s.begin + by.tokens, s.end + by.tokens});
  }
  for (std::size_t i = first.entities; i < from.entities.size(); ++i) {
    const Entity& e = from.entities[i];
    out.entities.push_back({moved(e.span, by.bytes), e.label, e.begin + by.tokens, e.end + by.tokens});
  }
}

std::uint32_t number(std::size_t n) { return static_cast<std::uint32_t>(n); }

}  // namespace

bool UnitMemory::append(std::string_view unit, std::uint32_t begin, Parse& out) const {
  if (most_bytes_ == 0) return false;
  const std::uint64_t key = checksum64(unit);
  const std::scoped_lock lock(mutex_);
  const auto found = entries_.find(key);
  if (found == entries_.end() || found->second.unit != unit) return false;
  append_moved(found->second.parse, {}, {begin, number(out.tokens.size()), number(out.sentences.size())}, out);
  return true;
}

void UnitMemory::keep(std::string_view unit, std::uint32_t begin, const Parse& parse, const Mark& from) {
  const std::size_t cost = unit.size() + (parse.tokens.size() - from.tokens) * sizeof(Token) +
                           (parse.sentences.size() - from.sentences) * sizeof(Sentence) +
                           (parse.entities.size() - from.entities) * sizeof(Entity);
  if (cost > most_bytes_ / 16) return;  // one long unit must not drive out all others
  Entry entry{std::string(unit), {}};
  entry.parse.tokens.reserve(parse.tokens.size() - from.tokens);
  append_moved(parse, from, {0 - begin, 0 - number(from.tokens), 0 - number(from.sentences)}, entry.parse);
  const std::uint64_t key = checksum64(unit);
  const std::scoped_lock lock(mutex_);
  if (bytes_ + cost > most_bytes_) {
    entries_.clear();
    bytes_ = 0;
  }
  if (entries_.emplace(key, std::move(entry)).second) bytes_ += cost;
}

}  // namespace rashomon::language

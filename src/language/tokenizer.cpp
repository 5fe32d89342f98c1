#include "language/tokenizer.hpp"

#include <fmt/format.h>

#include "language/string_table.hpp"
#include "language/unicode.hpp"

namespace rashomon::language {
namespace {

constexpr std::size_t kLongestUrl = 2048;
constexpr std::size_t kLongestRemembered = 64;   // bytes of a chunk
constexpr std::size_t kMostRemembered = 32'768;  // chunks
constexpr std::size_t kSuffixWindow = 64;  // bytes; no suffix but a run of dots is longer, with what it looks back at

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

bool ChunkMemory::append(std::string_view chunk, std::uint32_t begin, std::vector<Word>& out) {
  if (chunks_.size() >= kMostRemembered) {
    chunks_.forget();
    ends_.clear();
    words_.clear();
  }
  const Interner::Entry met = chunks_.intern(chunk, 0);
  if (met.is_new) return false;
  for (std::uint32_t i = met.number == 0 ? 0 : ends_[met.number - 1]; i < ends_[met.number]; ++i) {
    const Word& word = words_[i];
    out.push_back({{word.span.begin + begin, word.span.end + begin}, word.norm, false, word.part});
  }
  return true;
}

void ChunkMemory::keep(std::uint32_t begin, std::span<const Word> words) {
  for (const Word& word : words) {
    const Span span{word.span.begin - begin, word.span.end - begin};
    words_.push_back({span, word.norm, false, word.part});
  }
  ends_.push_back(static_cast<std::uint32_t>(words_.size()));
}

Result<Tokenizer> Tokenizer::read(const ModelFile& model) {
  Tokenizer tokenizer;
  auto specials = SpecialCases::read(model);
  if (!specials) return tl::unexpected(specials.error());
  tokenizer.specials_ = std::move(*specials);
  const auto expressions = read_strings(model, "tokenizer.patterns");
  if (!expressions) return tl::unexpected(expressions.error());
  Pattern* const patterns[] = {&tokenizer.prefix_, &tokenizer.suffix_, &tokenizer.infix_, &tokenizer.url_};
  if (expressions->size() != std::size(patterns))
    return fail(ErrorCode::damaged_model, fmt::format("{}: has other tokenizer patterns", model.path()));
  for (std::size_t i = 0; i < std::size(patterns); ++i) {
    auto pattern = Pattern::compile(std::string((*expressions)[i]));
    if (!pattern) return fail(ErrorCode::damaged_model, fmt::format("{}: {}", model.path(), pattern.error().message));
    *patterns[i] = std::move(*pattern);
  }
  tokenizer.learn_sequences();
  return tokenizer;
}

// A special case that holds affixes or a space can be cut apart by the rules; where its parts then stand side by side,
// tokenize() joins them.
void Tokenizer::learn_sequences() {
  std::vector<Word> words;
  std::vector<std::string_view> parts;
  for (const std::string_view special : specials_.strings()) {
    if (special.find(' ') == std::string_view::npos && !has_affix(special)) continue;
    words.clear();
    parts.clear();
    cut_chunks(special, span_of(0, special.size()), words,
               [&](Span chunk) { cut_chunk(special, chunk, Use::rules_only, words); });
    for (const Word& word : words) parts.push_back(slice(special, word.span));
    sequences_.add(parts);
  }
}

bool Tokenizer::has_affix(std::string_view string) const {
  return prefix_size(string) > 0 || suffix_size(string) > 0 || infix_.search(string).has_value();
}

std::uint32_t Tokenizer::prefix_size(std::string_view string) const {
  if (string.empty()) return 0;
  const auto match = prefix_.search(string);
  return match ? static_cast<std::uint32_t>(match->end - match->begin) : 0;
}

// Looks at the last bytes alone, so that taking many suffixes off a long word is not quadratic.
std::uint32_t Tokenizer::suffix_size(std::string_view string) const {
  if (string.empty()) return 0;
  std::size_t from = string.size();
  while (from > 0 && string[from - 1] == '.') --from;
  from -= std::min(from, kSuffixWindow);
  while (from > 0 && (static_cast<unsigned char>(string[from]) & 0xc0U) == 0x80U) --from;
  const auto match = suffix_.search(string, from);
  return match ? static_cast<std::uint32_t>(match->end - match->begin) : 0;
}

void Tokenizer::tokenize(std::string_view text, Span unit, ChunkMemory& memory, std::vector<Word>& out) const {
  const std::size_t first = out.size();
  cut_chunks(text, unit, out, [&](Span chunk) {
    const bool remembered = chunk.size() <= kLongestRemembered;
    if (remembered && memory.append(slice(text, chunk), chunk.begin, out)) return;
    const std::size_t before = out.size();
    cut_chunk(text, chunk, Use::special_cases, out);
    for (std::size_t i = before; i < out.size(); ++i) out[i].part = sequences_.part_number(slice(text, out[i].span));
    if (remembered) memory.keep(chunk.begin, std::span(out).subspan(before));
  });
  cut_special_sequences(text, first, out);
}

// A chunk is a run of white space or of other characters. One space after a chunk belongs to its last word.
template <class Cut>
void Tokenizer::cut_chunks(std::string_view text, Span unit, std::vector<Word>& out, Cut cut) const {
  const std::string_view all = text.substr(0, unit.end);
  std::uint32_t start = unit.begin;
  bool in_space = false;
  bool broken = false;  // the chunk holds bytes that are no UTF-8: patterns must not see it
  const auto end_chunk = [&](std::uint32_t end) {
    if (broken) out.push_back({{start, end}});
    else if (start < end) cut(Span{start, end});
    broken = false;
  };
  for (std::uint32_t at = unit.begin; at < unit.end;) {
    const CodePoint c = code_point_at(all, at);
    const bool space = is_space(c.value);
    if (at == unit.begin) in_space = space;
    if (space != in_space) {
      end_chunk(at);
      start = at;
      if (c.value == ' ') {
        if (!out.empty()) out.back().space_after = true;
        ++start;
      }
      in_space = !in_space;
    }
    broken = broken || (c.size == 1 && c.value >= 0x80);
    at += c.size;
  }
  end_chunk(unit.end);
}

void Tokenizer::cut_chunk(std::string_view text, Span chunk, Use use, std::vector<Word>& out) const {
  if (use == Use::special_cases && add_special(text, chunk, out)) return;
  if (is_space(code_point_at(text, chunk.begin).value)) {  // no rule cuts white space
    out.push_back({chunk});
    return;
  }
  cut_affixes(text, chunk, use, out);
}

bool Tokenizer::add_special(std::string_view text, Span chunk, std::vector<Word>& out) const {
  const auto pieces = specials_.find(slice(text, chunk));
  for (const SpecialPiece& piece : pieces) {
    const auto end = static_cast<std::uint32_t>(chunk.begin + piece.size);
    out.push_back({{chunk.begin, end}, piece.norm});
    chunk.begin = end;
  }
  return !pieces.empty();
}

void Tokenizer::cut_affixes(std::string_view text, Span chunk, Use use, std::vector<Word>& out) const {
  const auto special = [&](Span s) { return use == Use::special_cases && !specials_.find(slice(text, s)).empty(); };
  std::vector<Span> suffixes;
  Span rest = chunk;
  for (std::uint32_t size = 0; !rest.empty() && rest.size() != size;) {
    if (special(rest)) break;
    size = rest.size();
    const std::uint32_t prefix = prefix_size(slice(text, rest));
    const Span after{rest.begin + prefix, rest.end};
    if (prefix > 0) out.push_back({{rest.begin, after.begin}});
    if (prefix > 0 && special(after)) {
      rest = after;
      break;
    }
    const std::uint32_t suffix = suffix_size(slice(text, after));  // looked for without the prefix
    if (suffix > 0) suffixes.push_back({rest.end - suffix, rest.end});
    // A special case is looked for with its prefix first.
    const Span with_prefix{rest.begin, rest.end - suffix};
    if (suffix > 0 && special(with_prefix)) {
      if (prefix > 0) out.pop_back();
      rest = with_prefix;
      break;
    }
    rest = {after.begin, rest.end - suffix};
  }
  if (!rest.empty()) cut_middle(text, rest, use, out);
  for (std::size_t i = suffixes.size(); i-- > 0;) out.push_back({suffixes[i]});
}

void Tokenizer::cut_middle(std::string_view text, Span middle, Use use, std::vector<Word>& out) const {
  if (use == Use::special_cases && add_special(text, middle, out)) return;
  const std::string_view string = slice(text, middle);
  const auto part = [&](std::size_t begin, std::size_t end) {
    if (begin < end) out.push_back({span_of(middle.begin + begin, middle.begin + end)});
  };
  // Every URL has a dot in its host.
  if (string.size() <= kLongestUrl && string.find('.') != std::string_view::npos && url_.search(string))
    return part(0, string.size());
  std::size_t begin = 0;
  for (std::size_t from = 0; from < string.size();) {
    const auto match = infix_.search(string, from);
    if (!match) break;
    if (match->end <= match->begin) break;  // no infix of the language is empty
    from = match->end;
    if (match->begin == 0) continue;
    part(begin, match->begin);
    part(match->begin, match->end);
    begin = match->end;
  }
  part(begin, string.size());
}

void Tokenizer::cut_special_sequences(std::string_view text, std::size_t first, std::vector<Word>& out) const {
  const auto ranges = sequences_.find(static_cast<std::uint32_t>(out.size() - first),
                                      [&](std::uint32_t i) { return out[first + i].part; });
  if (ranges.empty()) return;
  const std::vector<Word> before(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
  out.resize(first);
  std::uint32_t at = 0;
  for (const auto& range : ranges) {
    out.insert(out.end(), before.begin() + at, before.begin() + range.begin);
    at = range.begin;
    const Span span = hull(before[range.begin].span, before[range.end - 1].span);
    if (!add_special(text, span, out)) continue;
    out.back().space_after = before[range.end - 1].space_after;
    at = range.end;
  }
  out.insert(out.end(), before.begin() + at, before.end());
}

}  // namespace rashomon::language

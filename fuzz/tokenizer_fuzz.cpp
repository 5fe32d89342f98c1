// Any text: the tokens and the single spaces after them cover it, in order, on character boundaries.
// Needs the compiled model in the data directory; without it every input is skipped.
#include <cstdint>
#include <string>

#include "core/check.hpp"
#include "language/layout.hpp"
#include "language/tokenizer.hpp"
#include "language/unicode.hpp"

using namespace rashomon;
using namespace rashomon::language;

namespace {

struct Model {
  Result<ModelFile> file = ModelFile::open(data_directory() + "/" + kModelName, kModelKind, kModelVersion);
  Result<Tokenizer> tokenizer = file ? Tokenizer::read(*file) : tl::unexpected(file.error());
};

std::string valid_utf8(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = code_point_at(bytes, at);
    if (c.size > 1 || c.value < 0x80) out += bytes.substr(at, c.size);
    at += c.size;
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Model model;
  if (!model.tokenizer) return -1;
  const std::string text = valid_utf8({reinterpret_cast<const char*>(data), size});
  std::vector<Word> words;
  ChunkMemory memory;
  model.tokenizer->tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, memory, words);
  std::uint32_t at = 0;
  for (const Word& word : words) {
    RASHOMON_CHECK(word.span.begin == at && !word.span.empty() && word.span.end <= text.size());
    RASHOMON_CHECK((static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U);
    at = word.span.end;
    if (word.space_after) RASHOMON_CHECK(text[at++] == ' ');
  }
  RASHOMON_CHECK(at == text.size());
  return 0;
}

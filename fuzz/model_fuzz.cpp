// A damaged model file: an error or a working table, never a crash. The input is a list of changes to a small model
// (two bytes of place, one of change); its first byte says whether the checksum is made right again, so that what lies
// behind it is reached, and whether the file is cut.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include "core/hash.hpp"
#include "language/attribute_ruler.hpp"
#include "language/layout.hpp"
#include "language/lemmatizer.hpp"
#include "language/lexeme.hpp"
#include "language/networks.hpp"
#include "language/string_table.hpp"
#include "language/tokenizer.hpp"

using namespace rashomon;
using namespace rashomon::language;

namespace {

std::vector<ModelSection> sections() {
  constexpr std::uint64_t kAll = ~std::uint64_t{0};
  const TokenTest any{kAll, {kAll, kAll}, 0, 1, kAny, 0};
  const AttributeRule rule{{any, any}, 2, 1, 0, 0, 1, 1, 0, 0};
  std::vector<ModelSection> out = {
      {"tokenizer.patterns", pack_strings({"^\\(", "\\)$|!$", "(?<=[a-z])-", "^[a-z]+\\.example$"})},
      {"tokenizer.specials", pack_strings({"(:", "don't"})},
      {"tokenizer.ends", pack_array(std::vector<std::uint32_t>{1, 3})},
      {"tokenizer.pieces", pack_array(std::vector<SpecialPiece>{{0, 2}, {0, 2}, {7, 3}})},
      {"lexeme.words", pack_array(std::vector<std::uint64_t>{3, 9})},
      {"lexeme.norms", pack_array(std::vector<std::uint64_t>{4, 5})},
      {"ruler.values", pack_strings({"NOUN", "go"})},
      {"ruler.words", pack_strings({"na"})},
      {"ruler.word_lists", pack_array(std::vector<std::uint32_t>{0})},
      {"ruler.rules", pack_array(std::vector<AttributeRule>{rule})}};
  for (const char* pos : kLemmaClasses) {
    const std::string name = std::string("lemma.") + pos;
    out.push_back({name + ".rules", pack_strings({"s", ""})});
    out.push_back({name + ".exceptions", pack_array(std::vector<std::uint64_t>{1})});
    out.push_back({name + ".ends", pack_array(std::vector<std::uint32_t>{1})});
    out.push_back({name + ".lemmas", pack_strings({"goose"})});
    out.push_back({name + ".index", pack_array(std::vector<std::uint64_t>{1, 2})});
  }
  return out;
}

std::string whole_file() {
  const std::string path = "/tmp/rashomon-fuzz-" + std::to_string(::getpid()) + ".model";
  if (!write_model_file(path, {kModelKind, kModelVersion, "fuzz", "CC0-1.0", {}}, sections())) return {};
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  ::unlink(path.c_str());
  return bytes;
}

template <class T>
void put(std::string& bytes, std::size_t at, T value) {
  if (bytes.size() >= at + sizeof value) std::memcpy(bytes.data() + at, &value, sizeof value);
}

std::string damaged(std::string bytes, const std::uint8_t* data, std::size_t size) {
  const std::uint8_t how = size == 0 ? 0 : data[0];
  for (std::size_t i = 1; i + 3 <= size; i += 3) {
    const std::size_t at = (data[i] | data[i + 1] << 8) % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ data[i + 2]);
  }
  if ((how & 2) != 0 && size > 2) bytes.resize((data[1] | data[2] << 8) % bytes.size());
  if ((how & 1) != 0 && bytes.size() > 24) {
    put(bytes, 16, std::uint64_t{bytes.size()});
    put(bytes, 8, checksum64(std::string_view(bytes).substr(16)));
  }
  return bytes;
}

void use(const ModelFile& model) {
  const std::string text = "(don't) go-na stop (: at a.example!  Geese";
  std::vector<Word> words;
  ChunkMemory memory;
  if (const auto tokenizer = Tokenizer::read(model))
    tokenizer->tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, memory, words);
  if (const auto lexicon = Lexicon::read(model)) static_cast<void>(lexicon->lexeme("Geese", "geese"));
  if (const auto ruler = AttributeRuler::read(model))
    static_cast<void>(
        ruler->apply(std::vector<RulerToken>{{1, 2, 0, false}, {63, 200, ruler->word_number("na"), true}}));
  if (const auto lemmatizer = Lemmatizer::read(model))
    for (const char* pos : {"NOUN", "VERB", "ADJ", "PUNCT", "X"})
      static_cast<void>(lemmatizer->lemma("Geese", "geese", pos, "Number=Plur"));
  static_cast<void>(Networks::read(model));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string whole = whole_file();
  static const int file = ::memfd_create("model", 0);
  const std::string bytes = damaged(whole, data, size);
  if (::ftruncate(file, 0) != 0 || ::pwrite(file, bytes.data(), bytes.size(), 0) < 0) return -1;
  if (const auto model = ModelFile::open("/proc/self/fd/" + std::to_string(file), kModelKind, kModelVersion))
    use(*model);
  return 0;
}

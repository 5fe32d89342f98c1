#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/data.hpp"
#include "language/compile_tables.hpp"
#include "language/layout.hpp"
#include "language/string_id.hpp"
#include "language/string_table.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_language();
}

namespace rashomon::language {
namespace {

constexpr std::uint64_t kOrth = 65;
constexpr std::uint64_t kNorm = 67;

tl::unexpected<Error> refused(const std::string& path, std::string_view why) {
  return fail(ErrorCode::malformed_input, fmt::format("{}: {}", path, why));
}

bool add_pieces(std::string_view special, const MsgValue& value, std::vector<SpecialPiece>& out) {
  std::string joined;
  for (const MsgValue& piece : value.items) {
    const MsgValue* orth = piece.find(kOrth);
    const MsgValue* norm = piece.find(kNorm);
    if (orth == nullptr || !orth->is_text() || orth->bytes.empty()) return false;
    joined += orth->bytes;
    out.push_back({norm == nullptr ? 0 : string_id(norm->bytes), orth->bytes.size()});
  }
  return joined == special;
}

Result<void> add_specials(const std::string& path, const MsgValue& exceptions, std::vector<ModelSection>& out) {
  std::map<std::string, const MsgValue*> sorted;
  for (std::size_t i = 0; i < exceptions.size() && exceptions.is_map(); ++i)
    sorted.emplace(exceptions.key(i).bytes, &exceptions.value(i));
  std::vector<std::string> strings;
  std::vector<std::uint32_t> ends;
  std::vector<SpecialPiece> pieces;
  for (const auto& [special, value] : sorted) {
    if (!value->is_array() || !add_pieces(special, *value, pieces))
      return refused(path, fmt::format("has a special case '{}' whose pieces differ from it", special));
    strings.push_back(special);
    ends.push_back(static_cast<std::uint32_t>(pieces.size()));
  }
  out.push_back({"tokenizer.specials", pack_strings(strings)});
  out.push_back({"tokenizer.ends", pack_array(ends)});
  out.push_back({"tokenizer.pieces", pack_array(pieces)});
  return {};
}

}  // namespace

std::string to_pcre2(std::string_view expression) {
  std::string out;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const std::string_view rest = expression.substr(i);
    const std::size_t digits = rest.starts_with("\\u") ? 4 : rest.starts_with("\\U") ? 8 : 0;
    if (digits != 0 && rest.size() >= digits + 2) {
      out += fmt::format("\\x{{{}}}", rest.substr(2, digits));
      i += digits + 1;
    } else if (rest.starts_with("(?u)")) {
      i += 3;
    } else if (rest.starts_with("\\S")) {
      out += "\\p{Any}";  // PCRE2 and Python differ in what is white space; the text has none
      i += 1;
    } else if (rest[0] == '\\' && rest.size() > 1) {
      out += rest.substr(0, 2);
      i += 1;
    } else {
      out += rest[0];
    }
  }
  return out;
}

Result<PackageFile> read_package_file(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return fail(ErrorCode::missing_model, file.error().message);
  auto value = read_msgpack(file->bytes());
  if (!value) return refused(path, value.error().message);
  return PackageFile{std::move(*file), std::move(*value)};
}

Result<void> compile_tokenizer(const std::string& package, std::vector<ModelSection>& out) {
  const std::string path = package + "/tokenizer";
  const auto file = read_package_file(path);
  if (!file) return tl::unexpected(file.error());
  std::vector<std::string> patterns;
  for (const char* name : {"prefix_search", "suffix_search", "infix_finditer", "url_match"}) {
    const MsgValue* pattern = file->value.find(name);
    if (pattern == nullptr || !pattern->is_text()) return refused(path, fmt::format("has no {}", name));
    patterns.push_back(to_pcre2(pattern->bytes));
  }
  const MsgValue* exceptions = file->value.find("exceptions");
  if (exceptions == nullptr) return refused(path, "has no exceptions");
  out.push_back({"tokenizer.patterns", pack_strings(patterns)});
  return add_specials(path, *exceptions, out);
}

// The package's table is keyed by id already; what it does not name, the base norms may.
Result<void> compile_norms(const std::string& package, std::vector<ModelSection>& out) {
  const std::string path = package + "/vocab/lookups.bin";
  const auto file = read_package_file(path);
  if (!file) return tl::unexpected(file.error());
  const MsgValue* table = file->value.find("lexeme_norm");
  if (table == nullptr || !table->is_map()) return refused(path, "has no table lexeme_norm");
  std::map<std::uint64_t, std::uint64_t> norms;
  for (std::size_t i = 0; i < table->size(); ++i)
    norms.emplace(table->key(i).integer, string_id(table->value(i).bytes));
  for (const auto& row : read_table(find_data(embedded::files_language(), "language/base_norms.tsv")))
    norms.emplace(string_id(row[0]), string_id(row[1]));
  std::vector<std::uint64_t> keys;
  std::vector<std::uint64_t> values;
  for (const auto& [key, value] : norms) {
    keys.push_back(key);
    values.push_back(value);
  }
  out.push_back({"lexeme.words", pack_array(keys)});
  out.push_back({"lexeme.norms", pack_array(values)});
  return {};
}

}  // namespace rashomon::language

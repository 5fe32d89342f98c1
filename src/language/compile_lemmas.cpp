#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "language/compile_tables.hpp"
#include "language/layout.hpp"
#include "language/string_id.hpp"
#include "language/string_table.hpp"

namespace rashomon::language {
namespace {

struct LemmaTables {
  const MsgValue* rules;
  const MsgValue* exceptions;
  const MsgValue* index;
};

void add_rules(const MsgValue* rules, std::vector<std::string>& pairs) {
  for (std::size_t i = 0; rules != nullptr && i < rules->size(); ++i)
    for (std::size_t k = 0; k < 2; ++k)
      pairs.emplace_back(k < rules->items[i].size() ? rules->items[i].items[k].bytes : std::string_view{});
}

// Words in order of their ids, and for each the end of its lemmas.
void add_exceptions(const MsgValue* words, const std::string& name, std::vector<ModelSection>& out) {
  std::map<std::uint64_t, const MsgValue*> sorted;
  for (std::size_t i = 0; words != nullptr && i < words->size(); ++i)
    sorted.emplace(string_id(words->key(i).bytes), &words->value(i));
  std::vector<std::uint64_t> ids;
  std::vector<std::uint32_t> ends;
  std::vector<std::string> lemmas;
  for (const auto& [id, value] : sorted) {
    ids.push_back(id);
    for (const MsgValue& lemma : value->items) lemmas.emplace_back(lemma.bytes);
    ends.push_back(static_cast<std::uint32_t>(lemmas.size()));
  }
  out.push_back({name + ".exceptions", pack_array(ids)});
  out.push_back({name + ".ends", pack_array(ends)});
  out.push_back({name + ".lemmas", pack_strings(lemmas)});
}

void add_index(const MsgValue* words, const std::string& name, std::vector<ModelSection>& out) {
  std::vector<std::uint64_t> ids;
  for (std::size_t i = 0; words != nullptr && i < words->size(); ++i) ids.push_back(string_id(words->items[i].bytes));
  std::sort(ids.begin(), ids.end());
  out.push_back({name + ".index", pack_array(ids)});
}

}  // namespace

Result<void> compile_lemmas(const std::string& package, std::vector<ModelSection>& out) {
  const std::string path = package + "/lemmatizer/lookups/lookups.bin";
  const auto file = read_package_file(path);
  if (!file) return tl::unexpected(file.error());
  const LemmaTables tables{file->value.find("lemma_rules"), file->value.find("lemma_exc"),
                           file->value.find("lemma_index")};
  if (tables.rules == nullptr || tables.exceptions == nullptr || tables.index == nullptr)
    return fail(ErrorCode::malformed_input, fmt::format("{}: lacks a lemma table", path));
  for (const char* pos : kLemmaClasses) {
    const std::uint64_t id = string_id(pos);
    const std::string name = fmt::format("lemma.{}", pos);
    std::vector<std::string> pairs;
    add_rules(tables.rules->find(id), pairs);
    out.push_back({name + ".rules", pack_strings(pairs)});
    add_exceptions(tables.exceptions->find(id), name, out);
    add_index(tables.index->find(id), name, out);
  }
  if (tables.rules->size() != std::size(kLemmaClasses))
    return fail(ErrorCode::malformed_input, fmt::format("{}: has lemma rules for other parts of speech", path));
  return {};
}

}  // namespace rashomon::language

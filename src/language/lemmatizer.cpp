#include "language/lemmatizer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "language/string_id.hpp"
#include "language/string_table.hpp"
#include "language/unicode.hpp"

namespace rashomon::language {
namespace {

bool has(std::string_view morph, std::string_view feature) {
  for (std::size_t at = morph.find(feature); at != std::string_view::npos; at = morph.find(feature, at + 1)) {
    const std::size_t end = at + feature.size();
    if ((at == 0 || morph[at - 1] == '|') && (end == morph.size() || morph[end] == '|' || feature.back() == '='))
      return true;
  }
  return false;
}

bool is_base_form(std::string_view pos, std::string_view morph) {
  if (pos == "noun" && has(morph, "Number=Sing")) return true;
  if (pos == "verb" && has(morph, "VerbForm=Fin") && has(morph, "Tense=Pres") && !has(morph, "Number=")) return true;
  return has(morph, "VerbForm=Inf") || has(morph, "VerbForm=None") || has(morph, "Degree=Pos");
}

bool all_alphabetic(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (!is_alphabetic(c.value)) return false;
    at += c.size;
  }
  return true;
}

bool is_listed(const std::vector<std::string>& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace

Result<Lemmatizer::Table> Lemmatizer::read_table(const ModelFile& model, std::string_view pos) {
  Table table;
  const std::string prefix = fmt::format("lemma.{}.", pos);
  auto rules = read_strings(model, prefix + "rules");
  if (!rules) return tl::unexpected(rules.error());
  auto lemmas = read_strings(model, prefix + "lemmas");
  if (!lemmas) return tl::unexpected(lemmas.error());
  const auto exceptions = model.array<std::uint64_t>(prefix + "exceptions");
  if (!exceptions) return tl::unexpected(exceptions.error());
  const auto ends = model.array<std::uint32_t>(prefix + "ends", exceptions->size());
  if (!ends) return tl::unexpected(ends.error());
  const auto index = model.array<std::uint64_t>(prefix + "index");
  if (!index) return tl::unexpected(index.error());
  const bool good = rules->size() % 2 == 0 && std::is_sorted(ends->begin(), ends->end()) &&
                    (ends->empty() || ends->back() <= lemmas->size());
  if (!good) return fail(ErrorCode::damaged_model, fmt::format("{}: has an unsound lemma table", model.path()));
  table.rules = std::move(*rules);
  table.exceptions = *exceptions;
  table.ends = *ends;
  table.lemmas = std::move(*lemmas);
  table.index = *index;
  return table;
}

Result<Lemmatizer> Lemmatizer::read(const ModelFile& model) {
  Lemmatizer lemmatizer;
  for (std::size_t i = 0; i < lemmatizer.tables_.size(); ++i) {
    auto table = read_table(model, kLemmaClasses[i]);
    if (!table) return tl::unexpected(table.error());
    lemmatizer.tables_[i] = std::move(*table);
  }
  return lemmatizer;
}

std::span<const std::string_view> Lemmatizer::Table::exceptions_of(std::string_view lower) const {
  const std::uint64_t id = string_id(lower);
  const auto found = std::lower_bound(exceptions.begin(), exceptions.end(), id);
  if (found == exceptions.end() || *found != id) return {};
  const auto place = static_cast<std::size_t>(found - exceptions.begin());
  const std::size_t begin = place == 0 ? 0 : ends[place - 1];
  return std::span(lemmas).subspan(begin, ends[place] - begin);
}

std::string Lemmatizer::by_table(const Table& table, std::string_view word, std::string_view lower) {
  std::vector<std::string> forms;
  std::vector<std::string> unlisted;
  for (std::size_t i = 0; i < table.rules.size(); i += 2) {
    const std::string_view ending = table.rules[i];
    if (!lower.ends_with(ending)) continue;
    std::string form(lower.substr(0, lower.size() - ending.size()));
    form += table.rules[i + 1];
    if (form.empty()) continue;
    const bool listed = std::binary_search(table.index.begin(), table.index.end(), string_id(form));
    if (listed) forms.insert(forms.begin(), std::move(form));
    else (all_alphabetic(form) ? unlisted : forms).push_back(std::move(form));
  }
  for (const std::string_view lemma : table.exceptions_of(lower))
    if (!is_listed(forms, lemma)) forms.insert(forms.begin(), std::string(lemma));
  if (!forms.empty()) return std::move(forms.front());
  return unlisted.empty() ? std::string(word) : std::move(unlisted.front());
}

std::string Lemmatizer::lemma(std::string_view word, std::string_view lower, std::string_view pos,
                              std::string_view morph) const {
  const std::string kind = lower_case(pos);
  if (kind.empty() || kind == "eol" || kind == "space" || is_base_form(kind, morph)) return std::string(lower);
  for (std::size_t i = 0; i < tables_.size(); ++i)
    if (kind == kLemmaClasses[i]) return by_table(tables_[i], word, lower);
  return std::string(kind == "propn" ? word : lower);
}

}  // namespace rashomon::language

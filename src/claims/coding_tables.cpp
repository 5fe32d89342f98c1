#include "claims/coding_tables.hpp"

#include <algorithm>

#include "claims/lexicon.hpp"

namespace rashomon::claims {
namespace {

template <class Row>
const Row* find_row(const std::map<std::string_view, Row>& rows, std::string_view key) {
  const auto at = rows.find(key);
  return at == rows.end() ? nullptr : &at->second;
}

std::map<std::string_view, CameoRow> read_cameo() {
  std::map<std::string_view, CameoRow> rows;
  for (const auto& r : claim_table("cameo.tsv", 6))
    rows[r[0]] = {r[0], value_of(r[1]), value_of(r[2]), value_of(r[3]), value_of(r[4]), value_of(r[5])};
  return rows;
}

std::map<std::string_view, TopicRow> read_topics() {
  std::map<std::string_view, TopicRow> rows;
  for (const auto& r : claim_table("topics.tsv", 6))
    rows[r[0]] = {r[0], value_of(r[1]), value_of(r[2]), value_of(r[3]), value_of(r[4]), value_of(r[5])};
  return rows;
}

}  // namespace

std::vector<std::string_view> parts_of(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const std::size_t bar = cell.find(separator);
    if (const std::string_view part = cell.substr(0, bar); !part.empty()) parts.push_back(part);
    cell = bar == std::string_view::npos ? std::string_view{} : cell.substr(bar + 1);
  }
  return parts;
}

std::string_view value_of(std::string_view cell) { return cell == "-" ? std::string_view{} : cell; }

const WordClasses& WordClasses::get() {
  static const WordClasses instance;
  return instance;
}

WordClasses::WordClasses() {
  for (const auto& row : claim_table("word_classes.tsv", 2)) {
    auto& list = classes_[row[0]];
    for (const std::string_view word : parts_of(row[1])) list.push_back(word);
  }
  for (auto& [name, list] : classes_) std::sort(list.begin(), list.end());
}

bool WordClasses::has(std::string_view name, std::string_view lemma) const {
  const auto at = classes_.find(name);
  return at != classes_.end() && std::binary_search(at->second.begin(), at->second.end(), lemma);
}

const CameoRow* find_cameo(std::string_view code) {
  static const std::map<std::string_view, CameoRow> rows = read_cameo();
  for (; code.size() >= 2; code.remove_suffix(1))
    if (const CameoRow* row = find_row(rows, code)) return row;
  return nullptr;
}

const TopicRow* find_topic(std::string_view topic) {
  static const std::map<std::string_view, TopicRow> rows = read_topics();
  if (const TopicRow* row = find_row(rows, topic)) return row;
  const std::size_t dot = topic.find('.');
  return dot == std::string_view::npos ? nullptr : find_row(rows, topic.substr(0, dot));
}

}  // namespace rashomon::claims

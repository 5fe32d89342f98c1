#include "ingest/tables.hpp"

#include "core/check.hpp"
#include "core/data.hpp"
#include "ingest/chars.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_ingest();
}

namespace rashomon::ingest {
namespace {

std::vector<std::vector<std::string_view>> rows(std::string_view name) {
  return read_table(find_data(embedded::files_ingest(), name));
}

std::vector<std::string_view> split(std::string_view list, char by) {
  std::vector<std::string_view> out;
  while (!list.empty()) {
    const std::size_t stop = std::min(list.find(by), list.size());
    if (stop > 0) out.push_back(list.substr(0, stop));
    list.remove_prefix(std::min(stop + 1, list.size()));
  }
  return out;
}

/// Short names without a small letter ("PA", "RIA") are words of other meaning in small letters.
bool all_capitals(std::string_view name) {
  for (std::size_t i = 0; i < name.size();)
    if (is_lower(next_char(name, i))) return false;
  return true;
}

void read_agencies(Tables& t) {
  for (const auto& row : rows("ingest/agencies.tsv")) {
    t.agencies.push_back({row[0], row[1], row[2] == "photo"});
    for (const std::string_view name : split(row[3], '|')) {
      t.agency_names.emplace(lower(name), AgencyName{t.agencies.size() - 1, all_capitals(name)});
      t.longest_agency = std::max(t.longest_agency, count_words(name));
    }
  }
}

void read_outlets(Tables& t) {
  for (const auto& row : rows("ingest/outlets.tsv")) {
    t.outlets.push_back({row[0], row[1], row[2], row[3]});
    const std::size_t index = t.outlets.size() - 1;
    t.outlet_domains.emplace(row[0], index);
    t.outlet_names.emplace(words_key(row[0]), index);
    t.outlet_names.emplace(words_key(row[1]), index);
    for (const std::string_view name : split(row[4], '|')) t.outlet_names.emplace(words_key(name), index);
    // Data sets name outlets by the first part of their host ("dailysabah").
    if (const std::string_view label = row[0].substr(0, row[0].find('.')); label.size() >= 5)
      t.outlet_names.emplace(label, index);
  }
}

/// The first reason of a phrase counts, but that of a tail more.
void add_line(Tables& t, std::string_view phrase, KnownLine line) {
  std::string key = words_key(phrase);
  if (const std::uint32_t number = t.line_numbers.of(key); number > 0) {
    if (line.tail && !t.lines[number - 1].tail) t.lines[number - 1] = line;
    return;
  }
  t.lines.push_back(line);
  t.line_numbers.add(t.line_keys.emplace_back(std::move(key)), static_cast<std::uint32_t>(t.lines.size()));
}

void add_start(Tables& t, const Phrase& phrase) {
  const std::string_view first = phrase.text.substr(0, kStartBytes);
  RASHOMON_CHECK(first.size() == kStartBytes);
  if (t.start_numbers.of(first) == 0) {
    t.starts.emplace_back();
    t.start_numbers.add(first, static_cast<std::uint32_t>(t.starts.size()));
  }
  t.starts[t.start_numbers.of(first) - 1].push_back(phrase);
}

void read_furniture(Tables& t) {
  for (const auto& row : rows("ingest/furniture.tsv")) {
    if (row[0] == "words") t.line_word_reasons.push_back(row[1]);
    for (const std::string_view phrase : split(row[2], '|')) {
      if (row[0] == "words") {
        t.line_words.add(phrase, 1u << (t.line_word_reasons.size() - 1));
      } else if (row[0] == "line") {
        add_line(t, phrase, {row[1], false});
      } else if (row[0] == "any") {
        t.anywhere.push_back({Where::any, row[1], phrase});
      } else {
        const Where where = row[0] == "tail" ? Where::tail : Where::start;
        if (where == Where::tail) add_line(t, phrase, {row[1], true});
        add_start(t, {where, row[1], phrase});
      }
    }
  }
  std::vector<std::string_view> phrases;
  for (const Phrase& phrase : t.anywhere) phrases.push_back(phrase.text);
  t.find_anywhere = PhraseFinder(phrases);
}

void read_calendar(Tables& t) {
  for (const auto& row : rows("ingest/calendar.tsv")) {
    const bool weekday = row[0].front() == 'w';
    const int number = std::stoi(std::string(row[0].substr(weekday)));
    for (const std::string_view name : split(row[2], '|'))
      t.calendar.emplace(name, CalendarWord{weekday ? 0 : number, weekday ? number : -1, row[1] == "capital"});
  }
}

Tables read_tables() {
  Tables t;
  read_agencies(t);
  read_outlets(t);
  read_furniture(t);
  read_calendar(t);
  for (const auto& row : rows("ingest/stopwords.tsv")) {
    for (const std::string_view word : split(row[1], ' ')) t.stopwords.add(word, 1u << t.languages.size());
    t.languages.push_back(row[0]);
  }
  for (const auto& row : rows("ingest/abbreviations.tsv"))
    for (const std::string_view word : split(row[0], ' ')) t.abbreviations.emplace(word);
  for (const auto& row : rows("ingest/page_hints.tsv")) {
    for (const std::string_view word : split(row[1], ' ')) t.hints.add(word, 1u << t.hint_parts.size());
    t.hint_parts.push_back(row[0]);
  }
  for (const auto& row : rows("ingest/page_dates.tsv")) {
    const auto names = split(row[2], ' ');
    if (row[1] == "meta") {
      (row[0] == "published" ? t.published_names : t.modified_names) = names;
    } else {
      const std::uint32_t bit = row[0] == "published"  ? kPublishedWord
                                : row[0] == "modified" ? kModifiedWord
                                                       : kEventWord;
      for (const std::string_view word : names) t.date_words.add(word, bit);
    }
  }
  for (const auto& row : rows("ingest/not_places.tsv"))
    for (const std::string_view word : split(row[0], ' ')) t.not_places.emplace(word);
  for (const auto& row : rows("ingest/picture_credits.tsv"))
    for (const std::string_view phrase : split(row[1], '|')) t.picture_phrases.emplace_back(phrase, row[0] == "lead");
  std::vector<std::string_view> phrases;
  for (const auto& [phrase, lead] : t.picture_phrases) phrases.push_back(phrase);
  t.find_picture_phrase = PhraseFinder(phrases);
  return t;
}

}  // namespace

const Tables& tables() {
  static const Tables kTables = read_tables();
  return kTables;
}

const Agency* find_agency(std::string_view name) {
  const Tables& t = tables();
  name = trim(name);
  const auto found = t.agency_names.find(lower(name));
  if (found == t.agency_names.end()) return nullptr;
  // "PA" is an agency and "pa" a word; names with a small letter of their own ("Reuters") count in any case.
  if (found->second.capitals && !all_capitals(name)) return nullptr;
  return &t.agencies[found->second.index];
}

const Outlet* find_outlet_of_host(std::string_view host) {
  const Tables& t = tables();
  std::string name = lower(trim(host));
  while (!name.empty()) {
    if (const auto found = t.outlet_domains.find(name); found != t.outlet_domains.end())
      return &t.outlets[found->second];
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos) break;
    name.erase(0, dot + 1);
  }
  return nullptr;
}

const Outlet* find_outlet_of_url(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return find_outlet_of_host(url.substr(0, url.find_first_of("/:?#")));
}

const Outlet* find_outlet(std::string_view name) {
  const Tables& t = tables();
  const auto found = t.outlet_names.find(words_key(name));
  return found == t.outlet_names.end() ? nullptr : &t.outlets[found->second];
}

}  // namespace rashomon::ingest

#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ingest/phrase_finder.hpp"
#include "ingest/word_bits.hpp"

/// The room's lexicons (data/ingest), read once and kept.
namespace rashomon::ingest {

/// A news agency of data/ingest/agencies.tsv.
struct Agency {
  std::string_view name;     ///< the short name that is recorded
  std::string_view country;  ///< ISO 3166-1 alpha-3
  bool photo = false;        ///< gives pictures, no reports
};

/// One of an agency's names. `capitals`: it counts only where it is written in capitals.
struct AgencyName {
  std::size_t index = 0;
  bool capitals = false;
};

/// A publisher of data/ingest/outlets.tsv.
struct Outlet {
  std::string_view domain;
  std::string_view name;
  std::string_view country;
  std::string_view kind;
};

/// Where a phrase of data/ingest/furniture.tsv must stand.
enum class Where { line, start, any, tail };
struct Phrase {
  Where where;
  std::string_view reason;
  std::string_view text;  ///< lower case
};

constexpr std::size_t kStartBytes = 3;  // of a `start` phrase, by which it is looked up

/// What a line of few words is.
struct KnownLine {
  std::string_view reason;
  bool tail = false;  ///< what follows it is of the page too
};

/// Bits of Tables::date_words.
constexpr std::uint32_t kPublishedWord = 1, kModifiedWord = 2, kEventWord = 4;

/// A word of data/ingest/calendar.tsv.
struct CalendarWord {
  int month = 0;         ///< 1–12, or 0
  int weekday = -1;      ///< 0–6, or -1
  bool capital = false;  ///< counts only if written with a capital
};

struct Tables {
  std::vector<Agency> agencies;
  std::unordered_map<std::string, AgencyName> agency_names;  ///< by lower-case name
  std::size_t longest_agency = 0;                            ///< words of the longest name
  std::vector<Outlet> outlets;
  std::unordered_map<std::string, std::size_t> outlet_domains;
  std::unordered_map<std::string, std::size_t> outlet_names;  ///< words_key() of name → index
  std::deque<std::string> line_keys;                          ///< words_key() of `line` and `tail` phrases
  std::vector<KnownLine> lines;                               ///< of them
  WordBits line_numbers;                                      ///< key → index in `lines`, from 1
  std::vector<std::vector<Phrase>> starts;                    ///< `start` and `tail` phrases of one beginning
  WordBits start_numbers;                                     ///< their first three bytes → index in `starts`, from 1
  WordBits line_words;                                        ///< of `words` rows → a bit for each row
  std::vector<std::string_view> line_word_reasons;            ///< of their bits
  std::vector<Phrase> anywhere;
  PhraseFinder find_anywhere;  ///< of `anywhere`, by index
  std::unordered_map<std::string, CalendarWord> calendar;
  std::vector<std::string_view> languages;  ///< of stopwords
  WordBits stopwords;                       ///< a bit for each of the languages
  std::unordered_set<std::string> abbreviations;
  std::unordered_set<std::string> not_places;
  std::vector<std::string_view> hint_parts;       ///< parts of pages, in the order of their bits
  WordBits hints;                                 ///< word → bits of parts
  std::vector<std::string_view> published_names;  ///< meta tags, most trusted first
  std::vector<std::string_view> modified_names;
  WordBits date_words;                                             ///< what a date beside it in the text is of
  std::vector<std::pair<std::string_view, bool>> picture_phrases;  ///< phrase, true where it leads the credit
  PhraseFinder find_picture_phrase;                                ///< of `picture_phrases`, by index
};

/// The tables; the first call reads them. Thread-safe.
[[nodiscard]] const Tables& tables();

/// The agency of that name (any case, but "PA" only in capitals); nullptr where there is none.
[[nodiscard]] const Agency* find_agency(std::string_view name);
/// The outlet of a host name ("www.bbc.co.uk") or any parent of it; nullptr where unknown.
[[nodiscard]] const Outlet* find_outlet_of_host(std::string_view host);
/// The same of a URL.
[[nodiscard]] const Outlet* find_outlet_of_url(std::string_view url);
/// The outlet of a name, a domain written as a name, or an owner; nullptr where unknown.
[[nodiscard]] const Outlet* find_outlet(std::string_view name);

}  // namespace rashomon::ingest

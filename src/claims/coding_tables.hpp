#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The tables that event coding reads (data/claims), read once for the program and shared by all threads.
namespace rashomon::claims {

/// The parts of `cell` between `separator`, empty ones left out.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view cell, char separator = '|');

/// The cell, or nothing for "-".
[[nodiscard]] std::string_view value_of(std::string_view cell);

/// Named lists of lemmas (word_classes.tsv): "@force" holds soldier, troop, army …
class WordClasses {
 public:
  [[nodiscard]] static const WordClasses& get();
  /// True if `lemma` is in the class `name` ("@force").
  [[nodiscard]] bool has(std::string_view name, std::string_view lemma) const;

 private:
  WordClasses();
  std::map<std::string_view, std::vector<std::string_view>> classes_;  ///< each list ascending
};

/// What data/claims/cameo.tsv says of a code or, for codes without a row, of its longest prefix that has one.
struct CameoRow {
  std::string_view code, plover, mode;
  std::string_view topic;     ///< key into topics.tsv: what is asked, promised or refused when this is the content
  std::string_view threaten;  ///< code of threatening it
  std::string_view stop;      ///< code of ending it
};
[[nodiscard]] const CameoRow* find_cameo(std::string_view code);

/// Codes of speech acts about a topic (topics.tsv).
struct TopicRow {
  std::string_view topic, appeal, intend, demand, refuse, mode;
};
/// The row of the topic or of its prefix before the dot: "aid.food" falls back to "aid".
[[nodiscard]] const TopicRow* find_topic(std::string_view topic);

}  // namespace rashomon::claims

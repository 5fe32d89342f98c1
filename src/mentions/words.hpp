#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.hpp"
#include "language/parse.hpp"

/// Small questions about the words of a parsed document that finders of mentions share.
namespace rashomon::mentions {

class ActorLexicon;

/// A document with its parse, read by token index, and the actors known by name. Holds references: lives no longer than
/// they.
struct Reading {
  const ingest::Document& document;
  const language::Parse& parse;
  const ActorLexicon& actors;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(parse.tokens.size()); }
  [[nodiscard]] const language::Token& token(std::uint32_t i) const { return parse.tokens[i]; }
  /// The word as written; empty past the end.
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < size() ? slice(document.text, parse.tokens[i].span) : std::string_view();
  }
  /// The text of the tokens [begin, end).
  [[nodiscard]] std::string_view words(std::uint32_t begin, std::uint32_t end) const {
    return slice(document.text, span(begin, end));
  }
  [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const {
    return {parse.tokens[begin].span.begin, parse.tokens[end - 1].span.end};
  }
  /// The word before or after `i` in its sentence; empty where there is none.
  [[nodiscard]] std::string_view before(std::uint32_t i) const {
    return i > 0 && i <= size() && i - 1 >= first_of(i) ? word(i - 1) : std::string_view();
  }
  [[nodiscard]] std::uint32_t first_of(std::uint32_t i) const { return parse.sentences[token(i).sentence].begin; }
  [[nodiscard]] std::uint32_t end_of(std::uint32_t i) const { return parse.sentences[token(i).sentence].end; }
};

/// Children of `i` within 40 tokens of it, ascending: bounded, whatever the parse looks like.
[[nodiscard]] std::vector<std::uint32_t> near_children(const language::Parse& parse, std::uint32_t i);

/// True for a token of white space alone.
[[nodiscard]] bool is_space(std::string_view word);

/// The classes of a table "class, words by |" with the words in lower case.
class WordClasses {
 public:
  explicit WordClasses(std::string_view file);
  /// True if `word`, in any case, is of `name`. An unknown class holds nothing.
  [[nodiscard]] bool has(std::string_view name, std::string_view word) const;

 private:
  std::set<std::pair<std::string_view, std::string_view>> words_;
};

/// Names of persons (data/mentions/person_names.tsv).
[[nodiscard]] const WordClasses& name_words();

/// "Paris Hilton": a given name that is a town's as well, and a surname behind it. Cost O(log names).
[[nodiscard]] bool is_two_names(const Reading& reading, std::uint32_t i);

}  // namespace rashomon::mentions

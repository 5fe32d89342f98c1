#pragma once

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/check.hpp"
#include "ingest/document.hpp"
#include "language/parse.hpp"

/// Hand-built parses for unit tests of this room and of those that read its mentions.
namespace rashomon::mentions {

struct TestText {
  ingest::Document document;  ///< one paragraph block over all of the text
  language::Parse parse;
};

namespace test {

inline std::string_view keep(const std::string& word) {
  static std::set<std::string, std::less<>> pool;  // Token holds views; tests run on one thread
  return *pool.insert(word).first;
}

// Fills the edges of sentence [begin, end) from the heads.
inline void set_edges(language::Parse& parse, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) parse.tokens[i].left_edge = parse.tokens[i].right_edge = i;
  for (std::uint32_t i = begin; i < end; ++i) {
    std::uint32_t k = i;
    for (std::uint32_t step = begin; step < end && parse.tokens[k].head != k; ++step) {
      k = parse.tokens[k].head;
      parse.tokens[k].left_edge = std::min(parse.tokens[k].left_edge, i);
      parse.tokens[k].right_edge = std::max(parse.tokens[k].right_edge, i);
    }
  }
}

inline void add_entity(language::Parse& parse, std::uint32_t i, std::string_view mark) {
  if (mark.size() < 3) return;
  auto& token = parse.tokens[i];
  token.entity = mark.substr(2);
  token.entity_begin = mark[0] == 'B';
  if (token.entity_begin) parse.entities.push_back({token.span, token.entity, i, i + 1});
  else if (!parse.entities.empty()) parse.entities.back().end = i + 1, parse.entities.back().span.end = token.span.end;
}

inline void close_sentence(language::Parse& parse, std::uint32_t begin) {
  const auto end = static_cast<std::uint32_t>(parse.tokens.size());
  if (end == begin) return;
  set_edges(parse, begin, end);
  parse.sentences.push_back({{parse.tokens[begin].span.begin, parse.tokens[end - 1].span.end}, begin, end});
}

}  // namespace test

/// The parse written in `lines`, one token a line: `FORM LEMMA POS TAG HEAD DEP [ENT [MORPH]]`, HEAD counted from 1
/// within the sentence and 0 for its root, ENT as B-GPE, I-GPE or O; an empty line ends a sentence. Forms stand in
/// `text` one after another.
inline TestText test_parse(std::string text, const std::string& lines) {
  TestText out;
  std::istringstream in(lines);
  std::uint32_t begin = 0;
  std::size_t at = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::vector<std::string> cell;
    for (std::string c; cells >> c;) cell.push_back(c);
    if (cell.empty()) {
      test::close_sentence(out.parse, begin);
      begin = static_cast<std::uint32_t>(out.parse.tokens.size());
      continue;
    }
    RASHOMON_CHECK(cell.size() >= 6);
    const std::size_t found = text.find(cell[0], at);
    RASHOMON_CHECK(found != std::string::npos);
    at = found + cell[0].size();
    language::Token token;
    token.span = {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(at)};
    token.lemma = test::keep(cell[1]);
    token.pos = test::keep(cell[2]);
    token.tag = test::keep(cell[3]);
    const auto head = static_cast<std::uint32_t>(std::stoul(cell[4]));
    token.head = head == 0 ? static_cast<std::uint32_t>(out.parse.tokens.size()) : begin + head - 1;
    token.dep = test::keep(cell[5]);
    token.sentence = static_cast<std::uint32_t>(out.parse.sentences.size());
    token.space_after = at < text.size() && text[at] == ' ';
    if (cell.size() > 7) token.morph = test::keep(cell[7]);
    out.parse.tokens.push_back(token);
    if (cell.size() > 6)
      test::add_entity(out.parse, static_cast<std::uint32_t>(out.parse.tokens.size() - 1), test::keep(cell[6]));
  }
  test::close_sentence(out.parse, begin);
  out.document.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, ingest::BlockKind::paragraph, ""}};
  out.document.text = std::move(text);
  return out;
}

/// test_parse() of a text that is the forms of `lines` with a space between them.
inline TestText spaced_parse(const std::string& lines) {
  std::string text;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) text += (text.empty() ? "" : " ") + line.substr(0, line.find(' '));
  return test_parse(text, lines);
}

/// A parse without grammar, one sentence whose tokens are the words and marks of `text`: for rules over words alone.
inline TestText flat_parse(const std::string& text) {
  std::string lines;
  for (std::size_t i = 0; i < text.size();) {
    const auto is_word = [&](std::size_t k) {
      return k < text.size() && std::string_view(" .,;:()-!?'\"\n").find(text[k]) == std::string_view::npos;
    };
    std::size_t j = i;
    while (is_word(j) || (j > i && j + 1 < text.size() &&
                          std::string_view(".,:").find(text[j]) != std::string_view::npos && is_word(j + 1)))
      ++j;
    if (j == i) ++j;
    const std::string form = text.substr(i, j - i);
    i = j;
    if (form == " " || form == "\n") continue;
    lines.append(form).append(" ").append(form).append(" NOUN NN 0 ROOT\n");
  }
  return test_parse(text, lines);
}

}  // namespace rashomon::mentions

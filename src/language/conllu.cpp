#include "language/conllu.hpp"

#include <fmt/format.h>

#include <iterator>

namespace rashomon::language {
namespace {

// A cell without the bytes that end cells and lines.
std::string cell(std::string_view value) {
  if (value.empty()) return "_";
  std::string out;
  const bool blank = value.find_first_not_of(" \t\r\n") == std::string_view::npos;
  for (const char c : value) {
    if (c == '\n') out += "\\n";
    else if (c == '\t') out += "\\t";
    else if (c == '\r') out += "\\r";
    else if (c == ' ' && blank) out += "\\s";
    else out += c;
  }
  return out;
}

std::string one_line(std::string_view value) {
  std::string out(value);
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return out;
}

void add_token(std::string& out, std::string_view text, const Parse& parse, const Sentence& sentence, std::uint32_t i) {
  const Token& t = parse.tokens[i];
  const bool inside = t.head != i && sentence.begin <= t.head && t.head < sentence.end;
  std::string misc = fmt::format("Bytes={}:{}", t.span.begin, t.span.end);
  if (!t.entity.empty()) misc += fmt::format("|NER={}-{}", t.entity_begin ? 'B' : 'I', t.entity);
  if (!t.space_after) misc += "|SpaceAfter=No";
  fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", i - sentence.begin + 1,
                 cell(slice(text, t.span)), cell(t.lemma), cell(t.pos), cell(t.tag), cell(t.morph),
                 inside ? t.head - sentence.begin + 1 : 0, cell(t.dep), misc);
}

}  // namespace

std::string to_conllu(std::string_view text, const Parse& parse, std::size_t first) {
  std::string out;
  for (std::size_t s = 0; s < parse.sentences.size(); ++s) {
    const Sentence& sentence = parse.sentences[s];
    fmt::format_to(std::back_inserter(out), "# sent_id = {}\n# text = {}\n", first + s,
                   one_line(slice(text, sentence.span)));
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) add_token(out, text, parse, sentence, i);
    out += '\n';
  }
  return out;
}

}  // namespace rashomon::language

#pragma once

#include <string>
#include <string_view>

#include "language/parse.hpp"

namespace rashomon::language {

/// A parse as CoNLL-U, for other programs.
///
/// Every token is a word line, white-space tokens too (their form and lemma are written `\s`, `\n`, `\t`, `\r`), so
/// that heads need no renumbering. XPOS holds the Penn tag, DEPREL the ClearNLP label as it is ("ROOT" for a root),
/// MISC `Bytes=begin:end` of `text`, `NER=B-GPE` or `NER=I-GPE` within an entity and `SpaceAfter=No`. Input     `parse`
/// of `text`; the first sentence is numbered `first`. Cost O(tokens). Reference universaldependencies.org/format.html.
[[nodiscard]] std::string to_conllu(std::string_view text, const Parse& parse, std::size_t first = 1);

}  // namespace rashomon::language

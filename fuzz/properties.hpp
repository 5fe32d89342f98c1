#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/check.hpp"
#include "ingest/document.hpp"
#include "store/json.hpp"

/// What must hold of every result, whatever the bytes were.
namespace rashomon::fuzz {

inline bool begins_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

inline void check_span(std::string_view text, Span span) {
  RASHOMON_CHECK(span.begin <= span.end && span.end <= text.size());
  RASHOMON_CHECK(begins_character(text, span.begin) && begins_character(text, span.end));
}

/// Blocks are within the text, in order, and do not overlap; the text is UTF-8 (JSON of it reads back).
inline void check_document(const ingest::Document& document) {
  std::uint32_t end = 0;
  for (const ingest::Block& block : document.blocks) {
    check_span(document.text, block.span);
    RASHOMON_CHECK(block.span.begin >= end);
    end = block.span.end;
  }
  const auto again = store::read_document(store::document_json(document));
  RASHOMON_CHECK(again && again->text == document.text && again->blocks == document.blocks);
}

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace rashomon::fuzz

#include "ingest/phrase_finder.hpp"

#include "core/check.hpp"

namespace rashomon::ingest {

PhraseFinder::PhraseFinder(const std::vector<std::string_view>& phrases) {
  RASHOMON_CHECK(phrases.size() < 0xFFFF);
  for (const std::string_view phrase : phrases) {
    RASHOMON_CHECK(phrase.size() >= kShortest);
    std::uint16_t& first = first_[slot(phrase.data())];
    entries_.push_back({phrase, first});
    first = static_cast<std::uint16_t>(entries_.size());
  }
}

}  // namespace rashomon::ingest

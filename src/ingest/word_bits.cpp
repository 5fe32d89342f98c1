#include "ingest/word_bits.hpp"

#include <algorithm>
#include <utility>

#include "core/check.hpp"

namespace rashomon::ingest {

WordBits::Slot& WordBits::place(std::string_view word) {
  std::size_t i = hash(word, first_bytes(word)) & (slots_.size() - 1);
  while (!slots_[i].word.empty() && slots_[i].word != word) i = (i + 1) & (slots_.size() - 1);
  return slots_[i];
}

void WordBits::add(std::string_view word, std::uint32_t bits) {
  RASHOMON_CHECK(!word.empty());
  if (words_ * 2 >= slots_.size()) {
    const auto old = std::exchange(slots_, std::vector<Slot>(std::max<std::size_t>(slots_.size() * 2, 64)));
    filter_.assign(slots_.size() / 8, 0);
    for (const Slot& slot : old)
      if (!slot.word.empty()) place(slot.word) = slot, note(hash(slot.word, slot.first));
  }
  Slot& slot = place(word);
  words_ += slot.word.empty();
  slot.word = word;
  slot.first = first_bytes(word);
  note(hash(word, slot.first));
  slot.bits |= bits;
}

}  // namespace rashomon::ingest

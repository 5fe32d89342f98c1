#include "language/parser_state.hpp"

namespace rashomon::language {

ParserState::ParserState(std::int32_t tokens)
    : count_(tokens),
      heads_(static_cast<std::size_t>(tokens), -1),
      labels_(heads_.size(), kNoLabel),
      last_left_(heads_.size(), -1),
      last_right_(heads_.size(), -1),
      added_before_(heads_.size(), -1),
      unshiftable_(heads_.size(), 0),
      starts_sentence_(heads_.size(), 0) {
  if (tokens > 0) starts_sentence_[0] = 1;
}

std::int32_t ParserState::stacked(std::size_t depth) const {
  return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : -1;
}

std::int32_t ParserState::buffered(std::size_t place) const {
  if (place < put_back_.size()) return put_back_[put_back_.size() - 1 - place];
  const std::int32_t token = next_ + static_cast<std::int32_t>(place - put_back_.size());
  return token < count_ ? token : -1;
}

std::size_t ParserState::left_to_read() const { return static_cast<std::size_t>(count_ - next_) + put_back_.size(); }

std::int32_t ParserState::take() {
  if (put_back_.empty()) return next_++;
  const std::int32_t token = put_back_.back();
  put_back_.pop_back();
  return token;
}

std::array<std::int32_t, kParserSlots> ParserState::slots() const {
  const std::int32_t b0 = buffered(0);
  const std::int32_t s0 = stacked(0);
  return {b0,
          buffered(1),
          s0,
          stacked(1),
          stacked(2),
          b0 < 0 ? -1 : last_left_[b0],
          s0 < 0 ? -1 : last_left_[s0],
          s0 < 0 ? -1 : last_right_[s0]};
}

bool ParserState::allows(Action action) const {
  const std::int32_t b0 = buffered(0);
  switch (action) {
    case Action::shift:
      return stack_.empty() || (left_to_read() >= 2 && starts_sentence_[b0] == 0 && unshiftable_[b0] == 0);
    case Action::reduce: return !stack_.empty();
    case Action::left:
    case Action::right: return !stack_.empty() && b0 >= 0 && starts_sentence_[b0] == 0;
    case Action::split: {
      const std::int32_t b1 = buffered(1);
      return left_to_read() >= 2 && b1 == b0 + 1 && starts_sentence_[b1] == 0;
    }
  }
  return false;
}

void ParserState::attach(std::int32_t child, std::int32_t head, std::uint32_t label) {
  heads_[child] = head;
  labels_[child] = label;
  std::int32_t& last = child < head ? last_left_[head] : last_right_[head];
  added_before_[child] = last;
  last = child;
}

void ParserState::detach(std::int32_t child) {
  const std::int32_t head = heads_[child];
  std::int32_t* place = child < head ? &last_left_[head] : &last_right_[head];
  while (*place >= 0 && *place != child) place = &added_before_[*place];
  if (*place == child) *place = added_before_[child];
  heads_[child] = -1;
}

void ParserState::apply(Action action, std::uint32_t label) {
  const std::int32_t s0 = stacked(0);
  switch (action) {
    case Action::shift: stack_.push_back(take()); return;
    case Action::reduce:
      if (heads_[s0] < 0 && stack_.size() > 1) {  // no head yet: back to the buffer, and not shifted again
        unshiftable_[s0] = 1;
        put_back_.push_back(s0);
      }
      stack_.pop_back();
      return;
    case Action::left: {
      const std::int32_t b0 = buffered(0);
      if (heads_[s0] >= 0) detach(s0);
      attach(s0, b0, label);
      unshiftable_[b0] = 0;
      stack_.pop_back();
      return;
    }
    case Action::right:
      attach(buffered(0), s0, label);
      stack_.push_back(take());
      return;
    case Action::split: starts_sentence_[buffered(1)] = 1; return;
  }
}

void ParserState::give_up() {
  stack_.clear();
  put_back_.clear();
  next_ = count_;
}

}  // namespace rashomon::language

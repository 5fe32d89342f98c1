#define PCRE2_CODE_UNIT_WIDTH 8
#include "language/pattern.hpp"

#include <fmt/format.h>
#include <pcre2.h>

#include "core/check.hpp"

namespace rashomon::language {
namespace {

constexpr std::size_t kStackStart = 32 << 10;
constexpr std::size_t kStackMost = 4 << 20;
constexpr std::uint32_t kMostSteps = 10'000'000;

// What a thread needs to match: made once a thread, as making it costs more than a match.
struct Scratch {
  pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(kStackStart, kStackMost, nullptr);
  Scratch() {
    RASHOMON_CHECK(data != nullptr && context != nullptr);
    pcre2_set_match_limit(context, kMostSteps);
    if (stack != nullptr) pcre2_jit_stack_assign(context, nullptr, stack);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    pcre2_jit_stack_free(stack);
    pcre2_match_context_free(context);
    pcre2_match_data_free(data);
  }
};

Scratch& scratch() {
  thread_local Scratch own;
  return own;
}

}  // namespace

void Pattern::Free::operator()(pcre2_real_code_8* code) const { pcre2_code_free(code); }

Result<Pattern> Pattern::compile(const std::string& expression) {
  int number = 0;
  PCRE2_SIZE offset = 0;
  Pattern pattern;
  pattern.code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                                    PCRE2_UTF | PCRE2_UCP, &number, &offset, nullptr));
  if (pattern.code_ == nullptr) {
    PCRE2_UCHAR reason[120] = {};
    pcre2_get_error_message(number, reason, sizeof reason);
    return fail(ErrorCode::malformed_input,
                fmt::format("regular expression: {} at byte {}", reinterpret_cast<const char*>(reason), offset));
  }
  pcre2_jit_compile(pattern.code_.get(), PCRE2_JIT_COMPLETE);  // without it pcre2_match interprets
  return pattern;
}

std::optional<Pattern::Match> Pattern::search(std::string_view text, std::size_t from) const {
  Scratch& own = scratch();
  const int found = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from,
                                PCRE2_NO_UTF_CHECK, own.data, own.context);
  if (found < 0) return std::nullopt;
  const PCRE2_SIZE* bounds = pcre2_get_ovector_pointer(own.data);
  return Match{bounds[0], bounds[1]};
}

}  // namespace rashomon::language

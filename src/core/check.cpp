#include "core/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace rashomon {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "rashomon: internal error at %s:%d: %s\n", file, line, condition);
  std::abort();
}

}  // namespace rashomon

#include "app/run.hpp"

#include <fmt/format.h>

namespace rashomon::app {

int run(int argc, char** /*argv*/) {
  fmt::print(stderr, "rashomon: no command yet\n");
  return argc > 0 ? 2 : 4;
}

}  // namespace rashomon::app

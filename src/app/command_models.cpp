#include <fmt/format.h>

#include <filesystem>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/output.hpp"

namespace rashomon::app {

int run_models(const Arguments&, Console& console) {
  return fail_with(console, {ErrorCode::unsupported_format, "models is not built yet", {}});
}

}  // namespace rashomon::app

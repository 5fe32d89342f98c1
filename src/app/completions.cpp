#include <fmt/format.h>

#include "app/help.hpp"

namespace rashomon::app {

std::string completions(std::string_view shell) { return std::string(shell); }

}  // namespace rashomon::app

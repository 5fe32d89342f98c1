#include <vector>

#include "app/arguments.hpp"
#include "fuzz/properties.hpp"

// Words are parted by line feeds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = rashomon::fuzz::bytes_of(data, size);
  std::vector<std::string_view> words;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    words.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const auto arguments = rashomon::app::parse_arguments(words);
  RASHOMON_CHECK(!arguments || arguments->command != nullptr);
  return 0;
}

// Prints the parse of standard input as CoNLL-U: links rashomon_language and nothing of the other rooms but core.
#include <iostream>
#include <iterator>
#include <string>

#include "language/conllu.hpp"
#include "language/engine.hpp"

int main() {
  const auto engine = rashomon::language::Engine::open();
  if (!engine) {
    std::cerr << engine.error().message << "\n";
    return 4;
  }
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  const rashomon::Span all{0, static_cast<std::uint32_t>(text.size())};
  std::cout << rashomon::language::to_conllu(text, engine->parse(text, {&all, 1}));
}

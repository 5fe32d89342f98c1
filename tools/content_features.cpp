// content_features PAGES...: what is measured of each block of saved pages, for tools/train_content.py.
// A line of column names, then one page a line: {"file", "titles": [], "blocks": [{"text", "x": []}]}.
#include "ingest/content_features.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>

#include "core/json.hpp"
#include "ingest/encoding.hpp"

namespace {

using rashomon::JsonWriter;
namespace ingest = rashomon::ingest;

void write_strings(JsonWriter& w, std::string_view name, const std::vector<std::string>& values) {
  w.array(name, values, [](JsonWriter& out, const std::string& value) { out.string(value); });
}

std::string page_line(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  std::vector<std::string> warnings;
  const auto dom = ingest::Dom::parse(ingest::page_of_bytes(bytes, warnings));
  if (!dom) return {};
  const ingest::PageText text = ingest::text_of_page(*dom);
  const ingest::PageFacts facts = ingest::facts_of_page(*dom, text);
  const auto rows = ingest::content_features(*dom, text, facts);
  JsonWriter w;
  w.begin_object();
  w.string("file", path);
  write_strings(w, "titles", facts.titles);
  std::size_t block = 0;
  w.array("blocks", rows, [&](JsonWriter& out, const std::vector<float>& row) {
    out.begin_object();
    out.string("text", slice(text.text, text.blocks[block++].span));
    out.array("x", row, [](JsonWriter& cells, float value) { cells.number(static_cast<double>(value)); });
    out.end_object();
  });
  w.end_object();
  return w.take();
}

}  // namespace

int main(int argc, char** argv) {
  JsonWriter names;
  names.begin_object();
  write_strings(names, "names", ingest::content_feature_names());
  names.end_object();
  std::puts(names.take().c_str());
  for (int i = 1; i < argc; ++i)
    if (const std::string line = page_line(argv[i]); !line.empty()) std::puts(line.c_str());
  return 0;
}

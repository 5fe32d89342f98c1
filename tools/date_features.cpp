// date_features PAGES...: what is measured of each day that saved pages have, for tools/train_dates.py.
// A line of column names, then one page a line: {"file", "days": [{"date", "x": []}]}.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "core/json.hpp"
#include "ingest/date_evidence.hpp"
#include "ingest/encoding.hpp"
#include "ingest/page_facts.hpp"

namespace {

using rashomon::JsonWriter;
namespace ingest = rashomon::ingest;

std::string page_line(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  std::vector<std::string> warnings;
  const auto dom = ingest::Dom::parse(ingest::page_of_bytes(bytes, warnings));
  if (!dom) return {};
  const ingest::PageText text = ingest::text_of_page(*dom);
  const ingest::PageFacts facts = ingest::facts_of_page(*dom, text);
  JsonWriter w;
  w.begin_object();
  w.string("file", path);
  w.array("days", facts.days, [](JsonWriter& out, const ingest::DateEvidence& day) {
    out.begin_object();
    out.string("date", day.date.iso());
    out.array("x", day.x, [](JsonWriter& cells, float value) { cells.number(static_cast<double>(value)); });
    out.end_object();
  });
  w.end_object();
  return w.take();
}

}  // namespace

int main(int argc, char** argv) {
  JsonWriter names;
  names.begin_object();
  names.array("names", ingest::date_feature_names(), [](JsonWriter& out, const std::string& name) { out.string(name); });
  names.end_object();
  std::puts(names.take().c_str());
  for (int i = 1; i < argc; ++i)
    if (const std::string line = page_line(argv[i]); !line.empty()) std::puts(line.c_str());
  return 0;
}

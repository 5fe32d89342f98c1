#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "core/hash.hpp"
#include "ingest/ingest.hpp"

// Plain text and JSONL, no furniture, until ingest lands.
namespace rashomon::ingest {
namespace {
namespace fs = std::filesystem;

void cut_blocks(Document& d, bool raw) {
  if (raw) {
    if (!d.text.empty()) d.blocks.push_back({{0, static_cast<std::uint32_t>(d.text.size())}, BlockKind::paragraph, "raw"});
    return;
  }
  for (std::size_t at = 0; at < d.text.size();) {
    const std::size_t end = std::min(d.text.find('\n', at), d.text.size());
    if (end > at)
      d.blocks.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, BlockKind::paragraph, "line"});
    at = end + 1;
  }
}

Document make(std::string text, const Options& o) {
  Document d;
  d.text = std::move(text);
  d.sha256 = sha256_hex(d.text);
  d.published.range = {o.published, o.published};
  if (o.published) d.published.basis = "given";
  cut_blocks(d, o.raw);
  return d;
}

bool lines(std::istream& in, const std::string& path, const Options& o, const std::function<bool(Item&&)>& take) {
  std::string line;
  for (std::size_t n = 1; std::getline(in, line); ++n) {
    if (line.empty()) continue;
    Item item;
    item.path = path + ":" + std::to_string(n);
    rapidjson::Document j;
    j.Parse(line.data(), line.size());
    const auto get = [&](const char* k) {
      return j.IsObject() && j.HasMember(k) && j[k].IsString() ? std::string(j[k].GetString()) : std::string();
    };
    if (j.HasParseError() || get("text").empty()) {
      item.document = fail(ErrorCode::malformed_input, item.path + ": no JSON object with text");
    } else {
      Document d = make(get("text"), o);
      d.id.value = get("id");
      d.path = path, d.url = get("url"), d.title = get("title"), d.outlet = get("outlet");
      if (auto p = parse_date(get("published"))) d.published = {{p, p}, "given"};
      if (d.id.empty()) d.id.value = content_id("d", {d.text, d.url, d.outlet});
      item.document = std::move(d);
    }
    if (!take(std::move(item))) return false;
  }
  return true;
}

bool file(const fs::path& p, const std::string& shown, const Options& o, const std::function<bool(Item&&)>& take) {
  std::ifstream in(p);
  if (p.extension() == ".jsonl") return lines(in, shown, o, take);
  std::stringstream all;
  all << in.rdbuf();
  Item item;
  item.path = shown;
  if (!in || all.str().empty()) {
    item.document = fail(ErrorCode::unreadable_input, p.string() + ": cannot be read or is empty");
  } else {
    Document d = make(all.str(), o);
    d.path = shown;
    d.id.value = content_id("d", {d.text});
    item.document = std::move(d);
  }
  return take(std::move(item));
}
}  // namespace

void read_paths(const std::vector<std::string>& paths, const Options& o, const std::function<bool(Item&&)>& take) {
  for (const std::string& path : paths) {
    if (path == "-") {
      std::stringstream all;
      all << std::cin.rdbuf();
      Item item;
      item.document = make(all.str(), o);
      item.document->id.value = content_id("d", {item.document->text});
      if (!take(std::move(item))) return;
    } else if (fs::is_directory(path)) {
      std::vector<fs::path> found;
      for (const auto& e : fs::recursive_directory_iterator(path))
        if (e.is_regular_file() && (e.path().extension() == ".txt" || e.path().extension() == ".jsonl")) found.push_back(e.path());
      std::sort(found.begin(), found.end());
      for (const auto& f : found)
        if (!file(f, fs::relative(f, path).string(), o, take)) return;
    } else if (!file(path, fs::path(path).filename().string(), o, take)) {
      return;
    }
  }
}
}  // namespace rashomon::ingest

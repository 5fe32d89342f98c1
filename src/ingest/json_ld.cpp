#include "ingest/json_ld.hpp"

#include <rapidjson/document.h>

#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

using Value = rapidjson::Value;
constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseCommentsFlag |
                            rapidjson::kParseTrailingCommasFlag | rapidjson::kParseStopWhenDoneFlag;
constexpr std::size_t kMostObjects = 2000;

std::string_view text(const Value& v) {
  return v.IsString() ? std::string_view(v.GetString(), v.GetStringLength()) : std::string_view();
}

const Value* find(const Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

/// The text of a member, or the "name" of the object that it is, or of its first element.
std::string named(const Value& object, const char* name) {
  const Value* v = find(object, name);
  for (int n = 0; v != nullptr && n < 3; ++n) {
    if (v->IsString()) return fold_space(text(*v));
    if (v->IsArray()) v = v->Empty() ? nullptr : &(*v)[0];
    else if (v->IsObject()) v = find(*v, "name") ? find(*v, "name") : find(*v, "@id");
    else break;
  }
  return {};
}

/// 2 for reports and posts, 1 for pages, 0 for what says nothing of the article.
int rank_of(const Value& object, std::string& type) {
  const Value* v = find(object, "@type");
  if (v != nullptr && v->IsArray() && !v->Empty()) v = &(*v)[0];
  if (v == nullptr || !v->IsString()) return 0;
  type = text(*v);
  if (type.find("Article") != type.npos || type.find("Posting") != type.npos || type == "Report" || type == "Review" ||
      type == "Recipe" || type == "CreativeWork")
    return 2;
  return type == "WebPage" || type == "ItemPage" || type == "VideoObject" || type == "Product" ? 1 : 0;
}

void take_authors(const Value& object, LinkedData& data) {
  const Value* v = find(object, "author");
  if (v == nullptr) return;
  const auto add = [&](const Value& one) {
    const std::string name =
        fold_space(one.IsObject() ? (find(one, "name") ? text(*find(one, "name")) : std::string_view()) : text(one));
    if (!name.empty() && data.authors.size() < 20) data.authors.push_back(name);
  };
  if (!v->IsArray()) return add(*v);
  for (const Value& one : v->GetArray()) add(one);
}

void take(const Value& object, int rank, int& best, LinkedData& data, const std::string& type) {
  const std::string published = named(object, "datePublished");
  const int score = rank * 2 + (published.empty() ? 0 : 1);
  if (rank == 0 || score <= best) return;
  best = score;
  data = {};
  data.type = type;
  data.published = published;
  data.headline = named(object, "headline");
  data.modified = named(object, "dateModified");
  if (data.published.empty()) data.published = named(object, "dateCreated");
  data.publisher = named(object, "publisher");
  data.section = named(object, "articleSection");
  data.url = named(object, "url");
  take_authors(object, data);
}

}  // namespace

void read_json_ld(std::string_view script, LinkedData& data) {
  rapidjson::Document json;
  json.Parse<kFlags>(script.data(), script.size());
  if (json.HasParseError()) return;
  int best = data.type.empty() ? 0 : (data.published.empty() ? 4 : 5);
  std::vector<const Value*> open = {&json};
  for (std::size_t n = 0; n < open.size() && n < kMostObjects;
       ++n) {  // breadth first: outer objects are the page's own
    const Value& v = *open[n];
    if (v.IsArray()) {
      for (const Value& each : v.GetArray()) open.push_back(&each);
    } else if (v.IsObject()) {
      std::string type;
      take(v, rank_of(v, type), best, data, type);
      for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart",
                               "blogPost", "liveBlogUpdate"})
        if (const Value* inner = find(v, name)) open.push_back(inner);
    }
  }
}

}  // namespace rashomon::ingest

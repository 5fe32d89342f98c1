#include "ingest/page_facts.hpp"

#include <algorithm>

#include "ingest/chars.hpp"
#include "ingest/json_ld.hpp"
#include "ingest/page_dates.hpp"

namespace rashomon::ingest {
namespace {

std::string meta_key(const Dom& dom, std::uint32_t node) {
  for (const std::string_view name : {"property", "name", "itemprop", "http-equiv"})
    if (const std::string_view value = dom.attribute(node, name); !value.empty()) return lower(trim(value));
  return {};
}

std::string raw_text(const Dom& dom, std::uint32_t node) {
  std::string out;
  for (std::uint32_t i = node; i < dom[node].end; ++i) out.append(dom[i].text);
  return out;
}

void add(std::vector<std::string>& to, std::string_view value) {
  std::string folded = fold_space(value);
  if (!folded.empty() && std::find(to.begin(), to.end(), folded) == to.end()) to.push_back(std::move(folded));
}

/// Metadata while the head is walked; earlier fields win where a page says a thing twice.
struct Gathered {
  LinkedData linked;
  std::string og_title, meta_title, title, site_name, publisher, canonical, og_url, description, language, section;
  std::vector<std::string> authors;
};

void take_first(std::string& to, std::string_view value) {
  if (to.empty()) to = fold_space(value);
}

void take_meta(const Dom& dom, std::uint32_t node, Gathered& g) {
  const std::string key = meta_key(dom, node);
  const std::string_view value = dom.attribute(node, "content");
  if (key == "og:title") take_first(g.og_title, value);
  else if (key == "twitter:title" || key == "title" || key == "dc.title" || key == "headline")
    take_first(g.meta_title, value);
  else if (key == "og:site_name" || key == "application-name") take_first(g.site_name, value);
  else if (key == "publisher" || key == "dc.publisher" || key == "article:publisher") take_first(g.publisher, value);
  else if (key == "article:section" || key == "section" || key == "parsely-section") take_first(g.section, value);
  else if (key == "og:url") take_first(g.og_url, value);
  else if (key == "og:description" || key == "description") take_first(g.description, value);
  else if (key == "author" || key == "article:author" || key == "dc.creator" || key == "byl" ||
           key == "sailthru.author" || key == "parsely-author") {
    if (value.find("://") == value.npos) add(g.authors, value);
  }
}

void take_element(const Dom& dom, std::uint32_t i, Gathered& g) {
  switch (dom[i].element) {
    case Element::html: take_first(g.language, dom.attribute(i, "lang")); break;
    case Element::title:
      if (dom[dom[i].parent].element == Element::head) take_first(g.title, raw_text(dom, i));
      break;
    case Element::meta: take_meta(dom, i, g); break;
    case Element::link:
      if (lower(dom.attribute(i, "rel")) == "canonical") take_first(g.canonical, dom.attribute(i, "href"));
      break;
    case Element::script:
      if (lower(dom.attribute(i, "type")).starts_with("application/ld+json")) read_json_ld(raw_text(dom, i), g.linked);
      break;
    default: break;
  }
}

/// "Headline | Site", "Headline - Site": the headline where the rest is the site's name or is short.
std::string without_site(const std::string& title, const std::string& site) {
  for (const std::string_view bar :
       {" | ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " :: ", " \xC2\xBB ", " \xE2\x80\xA2 "}) {
    const std::size_t at = title.rfind(bar);
    if (at == std::string::npos) continue;
    const std::string_view rest = std::string_view(title).substr(at + bar.size());
    if ((!site.empty() && words_key(rest) == words_key(site)) ||
        (count_words(rest) <= 4 && count_words(title) >= 2 * count_words(rest) + 3))
      return title.substr(0, at);
  }
  return title;
}

}  // namespace

PageFacts facts_of_page(const Dom& dom, const PageText& text, std::string_view given_url) {
  Gathered g;
  for (std::uint32_t i = 0; i < dom.nodes().size(); ++i) take_element(dom, i, g);
  PageFacts facts;
  facts.site_name = !g.site_name.empty() ? g.site_name : g.linked.publisher;
  if (facts.site_name.empty() && g.publisher.find("://") == std::string::npos) facts.site_name = g.publisher;
  const std::pair<const std::string&, std::string_view> titles[] = {
      {g.linked.headline, "json-ld"}, {g.og_title, "og:title"}, {g.meta_title, "meta"}, {g.title, "title element"}};
  for (const auto& [title, basis] : titles) {
    add(facts.titles, without_site(title, facts.site_name));
    add(facts.titles, title);
    facts.title_bases.resize(facts.titles.size(), basis);
  }
  if (facts.site_name.empty() && !g.title.empty()) {
    const std::string bare = without_site(g.title, {});
    // What the title tag adds to the headline names the site, if it is short.
    if (bare.size() < g.title.size()) facts.site_name = fold_space(g.title.substr(bare.size() + 2));
    while (!facts.site_name.empty() && !is_letter(static_cast<unsigned char>(facts.site_name.front())) &&
           static_cast<unsigned char>(facts.site_name.front()) < 0xC3)
      facts.site_name.erase(0, 1);
  }
  for (const std::string_view url :
       {std::string_view(g.canonical), std::string_view(g.og_url), std::string_view(g.linked.url)})
    if (facts.url.empty() && url.find("://") != url.npos) facts.url = url;
  if (facts.url.empty()) facts.url = given_url;
  facts.description = g.description;
  facts.section = fold_space(!g.linked.section.empty() ? g.linked.section : g.section);
  facts.language = lower(g.language.substr(0, g.language.find_first_of("-_")));
  if (facts.language.size() != 2) facts.language.clear();
  facts.authors = g.linked.authors.empty() ? g.authors : g.linked.authors;
  facts.days = date_evidence(dom, text, {g.linked, facts.titles, facts.url, facts.language});
  facts.modified = modified_of_page(facts.days);
  facts.published = published_of_page(facts.days, text, facts.url);
  return facts;
}

}  // namespace rashomon::ingest

#include "ingest/feed.hpp"

#include <fmt/format.h>

#include <pugixml.hpp>

#include "ingest/chars.hpp"
#include "ingest/charset.hpp"
#include "ingest/dates.hpp"
#include "ingest/encoding.hpp"
#include "ingest/feed_entries.hpp"
#include "ingest/mime_header.hpp"
#include "ingest/page_blocks.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kLargestEntry = 8 << 20;  // bytes; pugixml takes up to thirty times as much
constexpr std::size_t kLargestHead = 1 << 20;   // bytes of what stands before the first entry
constexpr std::size_t kFullWords = 150;         // words of a description that is more than a summary

using Xml = pugi::xml_node;

/// A node's name without its prefix.
std::string_view name_of(Xml node) {
  std::string_view name = node.name();
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
  return name;
}

/// The first child of a local name that has text or attributes, whatever its prefix.
Xml child(Xml node, std::string_view name) {
  for (const Xml each : node.children())
    if (name_of(each) == name) return each;
  return {};
}

std::string text_of(Xml node) {
  std::string out;
  for (const Xml each : node.children())
    if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) out += each.value();
  return std::string(trim(out));
}

/// Words of a title, which may hold markup that was escaped.
std::string shown(const std::string& markup) {
  if (markup.find_first_of("<&") == std::string::npos) return fold_space(markup);
  const auto dom = Dom::parse("<p>" + markup);
  return dom ? fold_space(text_of_page(*dom).text) : fold_space(markup);
}

bool is_address(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

/// RSS writes the link as text, Atom as an attribute.
std::string link_of(Xml entry) {
  std::string best;
  for (const Xml each : entry.children()) {
    const std::string_view name = name_of(each);
    const std::string_view rel = each.attribute("rel").value();
    if (name == "link" && is_address(text_of(each))) return text_of(each);
    if (name == "link" && (rel.empty() || rel == "alternate") && is_address(each.attribute("href").value()) &&
        best.empty())
      best = each.attribute("href").value();
  }
  if (!best.empty()) return best;
  const Xml guid = child(entry, "guid");
  const std::string id = text_of(guid ? guid : child(entry, "id"));
  return is_address(id) && std::string_view(guid.attribute("isPermaLink").value()) != "false" ? id : std::string();
}

std::optional<Date> date_of(Xml entry) {
  for (const std::string_view name : {"pubDate", "published", "issued", "date", "created", "updated", "modified"}) {
    const std::string text = text_of(child(entry, name));
    if (const auto iso = parse_date(text)) return iso;
    for (const WrittenDate& written : find_dates(text.substr(0, 100), DayOrder::day_first))
      if (written.year > 0 && written.day > 0)
        if (const auto date = written.date()) return date;
  }
  return {};
}

std::vector<std::string> authors_of(Xml entry) {
  std::vector<std::string> out;
  for (const Xml each : entry.children()) {
    const std::string_view name = name_of(each);
    if (name != "creator" && name != "author") continue;
    std::string person = text_of(child(each, "name"));
    if (person.empty()) person = shown(text_of(each));
    if (person.find('@') != std::string::npos) person = read_address(person).name;  // RSS 2.0: "ann@a.example (Ann)"
    if (!person.empty()) out.push_back(std::move(person));
  }
  return out;
}

struct Writer : pugi::xml_writer {
  std::string out;
  void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
};

/// What an entry gives of its text. `markup`: HTML, whether it was escaped or not.
struct Content {
  std::string text;
  bool markup = true;
};

Content content_of(Xml node) {
  const std::string type = lower_ascii(node.attribute("type").value());
  const bool element = node.find_child([](Xml each) { return each.type() == pugi::node_element; });
  if (type == "xhtml" || element) {  // or markup that nobody escaped
    Writer writer;
    for (const Xml each : node.children()) each.print(writer, "", pugi::format_raw);
    return {std::move(writer.out), true};
  }
  std::string text = text_of(node);
  const bool plain = type == "text" || type == "text/plain" || text.find_first_of("<&") == std::string::npos;
  return {std::move(text), !plain};
}

struct Text {
  Content content;
  bool summary = false;
};

Text find_text(Xml entry) {
  for (const std::string_view name : {"encoded", "content", "fulltext"})
    if (Content content = content_of(child(entry, name)); !content.text.empty()) return {std::move(content)};
  for (const std::string_view name : {"description", "summary"})
    if (Content content = content_of(child(entry, name)); !content.text.empty()) return {std::move(content), true};
  return {};
}

/// What the feed says of all its entries.
struct Channel {
  std::string title;
  std::string language;
};

Channel read_channel(std::string_view head) {
  pugi::xml_document document;
  static_cast<void>(document.load_buffer(head.data(), head.size(), pugi::parse_default, pugi::encoding_utf8));
  const Xml root = document.document_element();
  const Xml inner = child(root, "channel"), channel = inner ? inner : root;
  std::string language = lower_ascii(text_of(child(channel, "language")));
  if (language.empty()) language = lower_ascii(root.attribute("xml:lang").value());
  language = language.substr(0, language.find_first_of("-_"));
  return {shown(text_of(child(channel, "title"))), language.size() == 2 ? language : std::string()};
}

/// The outlet's part of "Tosk Post - World news".
std::string outlet_of(const std::string& title) {
  std::size_t stop = title.size();
  for (const std::string_view mark : {" - ", " | ", " – ", " — ", " » ", " :: ", " > "})
    stop = std::min(stop, title.find(mark));
  return title.substr(0, stop);
}

Result<Document> read_entry(std::string_view xml, const Channel& channel, Given given, const Options& options) {
  if (xml.size() > kLargestEntry)
    return fail(ErrorCode::limit_exceeded, fmt::format("The entry is larger than {} bytes.", kLargestEntry));
  pugi::xml_document document;
  const auto parsed = document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
  const Xml entry = document.document_element();
  const Text text = find_text(entry);
  given.title = shown(text_of(child(entry, "title")));
  given.url = link_of(entry);
  given.bylines = authors_of(entry);
  given.published = date_of(entry);
  given.basis = "feed";
  given.fragment = true;
  given.language = channel.language;
  given.charset.clear();
  given.outlet = shown(text_of(child(entry, "source")));
  const std::string_view host =
      std::string_view(given.url).substr(std::min(given.url.size(), given.url.find("//") + 2));
  if (given.outlet.empty() && !find_outlet_of_host(host.substr(0, host.find_first_of("/:?#"))))
    given.outlet = outlet_of(channel.title);
  if (text.content.text.empty())
    return parsed ? fail(ErrorCode::empty_input, "The entry has no text.")
                  : fail(ErrorCode::malformed_input,
                         fmt::format("The entry is no XML: {} (byte {} of it).", parsed.description(), parsed.offset));
  auto read =
      text.content.markup ? read_html(text.content.text, given, options) : read_text(text.content.text, given, options);
  if (read && text.summary && count_words(read->text) < kFullWords)
    read->warnings.push_back("The feed gives only a summary of the report.");
  if (read && !parsed)
    read->warnings.push_back(
        fmt::format("The entry is damaged: {} (byte {} of it).", parsed.description(), parsed.offset));
  return read;
}

/// The charset of the XML declaration; empty if it names none.
std::string_view declared_charset(std::string_view xml) {
  const std::string_view declaration = xml.substr(0, std::min<std::size_t>(xml.find("?>"), 200));
  const std::size_t at = declaration.find("encoding=");
  if (!declaration.starts_with("<?xml") || at == std::string_view::npos || at + 10 >= declaration.size()) return {};
  const std::size_t stop = declaration.find(declaration[at + 9], at + 10);
  return stop == std::string_view::npos ? std::string_view() : declaration.substr(at + 10, stop - at - 10);
}

}  // namespace

bool looks_like_feed(std::string_view head) {
  std::string wide;
  if (const std::string_view marked = marked_charset(head); marked.starts_with("UTF-16"))
    if (auto decoded = decode(head, marked)) head = wide = std::move(decoded->text);
  if (const std::size_t first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
      first == std::string_view::npos || head[first] != '<')
    return false;
  const std::string_view root = root_tag(head);
  const std::string_view name = local_name(root);
  return name == "rss" || (name == "feed" && root.find("xmlns") != std::string_view::npos) ||
         (name == "RDF" && head.find("purl.org/rss") != std::string_view::npos);
}

Result<void> read_feed(std::string_view bytes, const Given& given, const Options& options, const TakeEntry& take) {
  std::vector<std::string> warnings;
  const std::string xml =
      page_of_bytes(bytes, warnings, given.charset.empty() ? declared_charset(bytes) : given.charset);
  FeedEntries entries(xml);
  std::optional<Channel> channel;
  std::size_t number = 0;
  while (const auto entry = entries.next()) {
    const auto before = static_cast<std::size_t>(entry->data() - xml.data());
    if (!channel) channel = read_channel(std::string_view(xml).substr(0, std::min(before, kLargestHead)));
    auto document = read_entry(*entry, *channel, given, options);
    if (document) document->warnings.insert(document->warnings.begin(), warnings.begin(), warnings.end());
    if (!take(++number, std::move(document))) return {};
  }
  if (number == 0) return fail(ErrorCode::empty_input, "The feed has no entry.");
  return {};
}

}  // namespace rashomon::ingest

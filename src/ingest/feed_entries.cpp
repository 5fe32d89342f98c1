#include "ingest/feed_entries.hpp"

#include <algorithm>

namespace rashomon::ingest {
namespace {

constexpr auto kNone = std::string_view::npos;

/// Past the end mark that is looked for from `from` on; the end of the text where there is none.
std::size_t behind(std::string_view xml, std::string_view mark, std::size_t from) {
  const std::size_t at = xml.find(mark, from);
  return at == kNone ? xml.size() : at + mark.size();
}

bool is_entry(std::string_view name) { return name == "item" || name == "entry"; }

}  // namespace

std::string_view local_name(std::string_view tag) {
  std::size_t begin = tag.starts_with("</") ? 2 : 1;
  if (tag.size() <= begin) return {};
  const std::size_t stop = std::min(tag.find_first_of(" \t\r\n/>", begin), tag.size());
  std::string_view name = tag.substr(begin, stop - begin);
  if (const std::size_t colon = name.find(':'); colon != kNone) name.remove_prefix(colon + 1);
  return name;
}

std::string_view root_tag(std::string_view xml) {
  for (std::size_t at = xml.find('<'); at != kNone; at = xml.find('<', at)) {
    const std::string_view rest = xml.substr(at);
    if (rest.starts_with("<?")) at = behind(xml, "?>", at);
    else if (rest.starts_with("<!--")) at = behind(xml, "-->", at);
    else if (rest.starts_with("<!"))
      at = behind(xml, rest.substr(0, rest.find('>')).find('[') == kNone ? ">" : "]>", at);
    else return rest.substr(0, rest.find('>'));
  }
  return {};
}

/// Where the next tag begins that opens or closes an entry; the end where there is none.
std::size_t FeedEntries::next_tag(std::size_t from) const {
  for (std::size_t at = xml_.find('<', from); at != kNone; at = xml_.find('<', at)) {
    const std::string_view rest = xml_.substr(at);
    if (rest.starts_with("<![CDATA[")) at = behind(xml_, "]]>", at);
    else if (rest.starts_with("<!--")) at = behind(xml_, "-->", at);
    else if (is_entry(local_name(rest.substr(0, 64)))) return at;
    else ++at;
  }
  return xml_.size();
}

std::optional<std::string_view> FeedEntries::next() {
  do {
    at_ = next_tag(at_);
    if (at_ == xml_.size()) return {};
    if (xml_[at_ + 1] == '/') ++at_;  // closes nothing
  } while (xml_[at_] == '/');
  const std::size_t begin = at_;
  const std::size_t end = next_tag(begin + 1);
  at_ = end;
  if (xml_.substr(end).starts_with("</")) at_ = behind(xml_, ">", end);
  return xml_.substr(begin, at_ - begin);
}

}  // namespace rashomon::ingest

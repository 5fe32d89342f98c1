#include "ingest/credits.hpp"

#include <array>
#include <map>

#include "ingest/chars.hpp"
#include "ingest/paragraphs.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kCaptionWords = 90;
constexpr std::size_t kCreditBytes = 240;
constexpr std::size_t kNoYearWords =
    12;  // "© Coast Post" without a year is short; "© Ada Quill, 24, was …" is a caption

/// Parts of `text` between any of the separators.
std::vector<std::string_view> parts(std::string_view text, const std::vector<std::string_view>& separators) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size();) {
    std::size_t width = 0;
    for (const std::string_view s : separators)
      if (text.substr(i).starts_with(s)) width = std::max(width, s.size());
    if (i == text.size() || width > 0) {
      if (const std::string_view part = trim(text.substr(begin, i - begin)); !part.empty()) out.push_back(part);
      begin = i + width;
    }
    i += std::max<std::size_t>(width, 1);
  }
  return out;
}

std::string_view without_marks(std::string_view text) {
  constexpr std::string_view kMarks = ".,;:()[]-–—| \n";
  text = trim(text);
  while (!text.empty()) {
    std::size_t i = 0, j = text.size();
    const char32_t first = next_char(text, i);
    const char32_t last = previous_char(text, j);
    const auto is_mark = [&](char32_t c) {
      return c == 0x2013 || c == 0x2014 || c == 0x2015 ||
             (c < 0x80 && kMarks.find(static_cast<char>(c)) != kMarks.npos);
    };
    if (is_mark(first)) text.remove_prefix(i);
    else if (is_mark(last)) text = text.substr(0, j);
    else break;
  }
  return trim(text);
}

/// "Outlet.com", "news.example.org": a host written as a name.
bool is_host(std::string_view word) {
  const std::size_t dot = word.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || word.size() - dot < 3 || word.size() - dot > 8) return false;
  for (const char c : word)
    if (!is_letter(static_cast<unsigned char>(c)) && !is_digit(static_cast<unsigned char>(c)) && c != '.' && c != '-')
      return false;
  constexpr std::array<std::string_view, 12> kTop = {"com", "net", "org", "info", "news",    "tv",
                                                     "co",  "uk",  "de",  "fr",   "example", "io"};
  const std::string top = lower(word.substr(dot + 1));
  return std::find(kTop.begin(), kTop.end(), top) != kTop.end();
}

/// The name that a host stands for: the known outlet's, else the host as written.
std::string outlet_of_host(std::string_view host) {
  const Outlet* outlet = find_outlet_of_host(host);
  return std::string(outlet ? outlet->name : host);
}

/// Words like a person's name: two to four, each with a capital or a particle.
bool is_person(std::string_view name) {
  const std::size_t words = count_words(name);
  if (words < 2 || words > 4 || name.size() > 60) return false;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = next_char(name, i);
    if (is_digit(c) || c == '@' || c == ':' || c == '/' || c == '!' || c == '?') return false;
  }
  std::size_t at = 0;
  if (!is_upper(next_char(name, at))) return false;
  std::size_t last = name.rfind(' ');
  return last != std::string_view::npos && is_upper(next_char(name, ++last));
}

void add_name(std::string_view name, Credit& credit) {
  name = without_marks(name);
  if (const Agency* agency = find_agency(name)) credit.agencies.emplace_back(agency->name);
  else if (const Outlet* outlet = find_outlet(name)) credit.outlet = outlet->name;
  else if (is_agency_name(name)) credit.agencies.emplace_back(name);
  else if (is_person(name)) credit.persons.emplace_back(name);
}

constexpr bool is_dash(char32_t c) { return c == '-' || (c >= 0x2012 && c <= 0x2015); }

/// What a dash or brackets at the very end enclose, with the mark; empty if there is none or it is long.
struct Ending {
  std::size_t begin = 0;  ///< of the mark
  std::string_view name;
};
std::optional<Ending> ending(std::string_view s) {
  if (s.ends_with(')') || s.ends_with(']')) {
    const std::size_t open = s.rfind(s.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos || s.size() - open > 80) return {};
    return Ending{open, s.substr(open + 1, s.size() - open - 2)};
  }
  for (std::size_t i = s.size(); i > 0 && s.size() - i < 60;) {
    const std::size_t end = i;
    const char32_t c = previous_char(s, i);
    if (!is_dash(c)) continue;
    std::size_t begin = i;
    while (begin > 0) {
      std::size_t j = begin;
      if (!is_dash(previous_char(s, j))) break;
      begin = j;
    }
    std::size_t j = begin;
    const bool blank = begin == 0 || is_space(previous_char(s, j));
    if (blank || end - begin > 1) return Ending{begin, trim(s.substr(end))};
  }
  return {};
}

bool ends_sentence(std::string_view s) {
  s = trim(s);
  if (s.empty()) return true;
  std::size_t i = s.size();
  const char32_t c = previous_char(s, i);
  return c == '.' || c == '!' || c == '?' || c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == ')' ||
         c == 0xBB;
}

std::optional<Tail> end_mark(std::string_view text, Span paragraph) {
  const std::string_view s = slice(text, paragraph);
  const auto found = ending(s);
  if (!found || found->begin == 0 || !ends_sentence(s.substr(0, found->begin))) return {};
  std::string_view name = without_marks(found->name);
  for (const std::string_view lead : {"With ", "with ", "Source: ", "Source ", "via ", "by "})
    if (name.starts_with(lead)) name.remove_prefix(lead.size());
  Tail tail{
      {paragraph.begin + static_cast<std::uint32_t>(found->begin), paragraph.end}, BlockKind::credit, "end mark", {}};
  tail.credit.agencies = agency_list(name);
  if (!tail.credit.agencies.empty()) return tail;
  if (is_host(name)) return tail.credit.outlet = outlet_of_host(name), tail;
  if (const Outlet* outlet = find_outlet(name)) return tail.credit.outlet = outlet->name, tail;
  return {};
}

/// Where a copyright line begins in `s`; npos if there is none.
std::size_t copyright_at(std::string_view s) {
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] != 'C' && s[i] != '\xC2' && s[i] != '(') continue;
    const std::string_view rest = s.substr(i);
    const bool word = rest.starts_with("Copyright ") || rest.starts_with("COPYRIGHT ");
    const bool sign = rest.starts_with("\xC2\xA9") || rest.starts_with("(c) 2") || rest.starts_with("(C) 2");
    if (!word && !sign) continue;
    const std::string_view after = rest.substr(word ? 10 : 2, 12);
    const bool year = after.find("20") != std::string_view::npos || after.find("19") != std::string_view::npos;
    const bool shown = sign || after.starts_with("\xC2\xA9") || after.starts_with("(c)") || after.starts_with("by ");
    if (year || (shown && i == 0 && count_words(s) <= kNoYearWords)) return i;
  }
  return std::string_view::npos;
}

/// The holder: "© 2020, Example Audio. All rights reserved." gives "Example Audio".
std::string_view copyright_holder(std::string_view line) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(line.size(), 40);) {
    const char32_t c = next_char(line, i);
    if (is_digit(c) || c == 0xA9) begin = i;
  }
  std::string_view rest = without_marks(line.substr(begin));
  if (rest.starts_with("by ")) rest.remove_prefix(3);
  const std::size_t stop =
      std::min({rest.find(". "), rest.find(" All "), rest.find(" all rights"), rest.find(" - "), rest.find(" (")});
  return without_marks(rest.substr(0, std::min(stop, rest.size())));
}

std::optional<Tail> copyright_line(std::string_view text, Span paragraph) {
  const std::string_view s = slice(text, paragraph);
  const std::size_t at = copyright_at(s);
  if (at == std::string_view::npos || s.size() - at > 400) return {};
  if (at > 0 && !ends_sentence(s.substr(0, at)) && s[at - 1] != '(') return {};
  Tail tail{{paragraph.begin + static_cast<std::uint32_t>(at), paragraph.end}, BlockKind::furniture, "copyright", {}};
  const std::string_view holder = copyright_holder(s.substr(at));
  tail.credit.agencies = agency_list(holder);
  for (const std::string_view part : parts(holder, {", Inc", " Inc", " Ltd", " LLC", ", LLC"})) {
    if (const Outlet* outlet = find_outlet(part)) tail.credit.outlet = outlet->name;
    if (const Agency* agency = find_agency(part); agency && tail.credit.agencies.empty())
      tail.credit.agencies.emplace_back(agency->name);
    if (tail.credit.outlet.empty() && count_words(part) <= 5) tail.credit.outlet = part;
    break;
  }
  return tail;
}

}  // namespace

bool is_agency_name(std::string_view name) {
  if (count_words(name) > 6) return false;
  for (const std::string& word : words_of(name))
    if (word == "agency" || word == "agencia" || word == "agence" || word == "newswire" || word == "wire" ||
        word == "agenzia")
      return true;
  return false;
}

std::vector<std::string> agency_list(std::string_view names) {
  std::vector<std::string> out;
  for (std::string_view part : parts(names, {"/", ",", " and ", " & ", "|", ";", " with "})) {
    part = without_marks(part);
    if (const std::string low = lower(part);
        low == "agencies" || low == "staff" || low == "wires" || low == "with" || low == "news agencies")
      continue;
    if (part.starts_with("The ")) part.remove_prefix(4);
    const Agency* agency = find_agency(part);
    if (!agency) return {};
    if (std::find(out.begin(), out.end(), agency->name) == out.end()) out.emplace_back(agency->name);
  }
  return out;
}

std::optional<Credit> read_byline(std::string_view line) {
  line = trim(line);
  if (count_words(line) > 14) return {};
  Credit credit;
  credit.agencies = agency_list(line);
  if (!credit.agencies.empty()) return credit;
  bool led = false;
  for (const std::string_view lead : {"By ", "BY ", "by ", "By: ", "Von ", "Par ", "Por "}) {
    if (!line.starts_with(lead)) continue;
    line.remove_prefix(lead.size());
    led = true;
    break;
  }
  for (const std::string_view part :
       parts(line, {",", " and ", " & ", "|", "/", ";", " in ", " for ", " with ", " - "}))
    add_name(part, credit);
  if (!led && (credit.agencies.empty() || credit.persons.empty())) return {};
  if (credit.persons.empty() && credit.agencies.empty() && credit.outlet.empty()) return {};
  return credit;
}

std::optional<Credit> read_sign_off(std::string_view line) {
  line = without_marks(line);
  const std::string low = lower_ascii(line);
  Credit credit;
  if (low.starts_with("write to ") || low.starts_with("contact ") || low.starts_with("email ")) {
    const std::size_t mail = line.find('@');
    if (mail == std::string_view::npos) return {};
    const std::size_t first = line.find(' ', low.starts_with("write to ") ? 6 : 0) + 1;
    const std::size_t at = line.find(" at ");
    if (at != std::string_view::npos && at > first)
      for (const std::string_view part : parts(line.substr(first, at - first), {",", " and ", " & "}))
        add_name(part, credit);
    std::size_t end = mail + 1;
    while (end < line.size() && !is_space(static_cast<unsigned char>(line[end])) && line[end] != ',' &&
           line[end] != ';')
      ++end;
    if (const Outlet* outlet = find_outlet_of_host(without_marks(line.substr(mail + 1, end - mail - 1))))
      credit.outlet = outlet->name;
    return credit;
  }
  if (!low.starts_with("reporting by ") && !low.starts_with("additional reporting by ") &&
      !low.starts_with("writing by "))
    return {};
  const std::size_t from = low.find(" by ") + 4;
  const std::size_t stop =
      std::min({low.find(';', from), low.find("; editing", from), low.find(" editing by", from), low.size()});
  for (const std::string_view part : parts(line.substr(from, stop - from), {",", " and ", " & ", " in "}))
    add_name(part, credit);
  return credit;
}

std::optional<Tail> find_tail(std::string_view text, Span paragraph) {
  if (auto copyright = copyright_line(text, paragraph)) return copyright;
  return end_mark(text, paragraph);
}

std::optional<Furniture> picture_credit(std::string_view block, std::size_t words) {
  if (words > kCaptionWords) return {};
  // A credit is at the end: within ten words.
  const std::string low = lower_ascii(block.substr(block.size() - std::min(block.size(), kCreditBytes)));
  const auto verdict = [&](std::size_t credit_words) {
    return Furniture{words > credit_words + 2 ? BlockKind::caption : BlockKind::credit, "picture credit"};
  };
  const Tables& t = tables();
  std::map<std::size_t, std::size_t> found;  // the last place of each phrase that is there
  t.find_picture_phrase.each(low, [&](std::size_t phrase, std::size_t at) { found[phrase] = at; });
  for (const auto& [phrase, at] : found) {
    const bool lead = t.picture_phrases[phrase].second;
    if (at > 0 && (is_letter(static_cast<unsigned char>(low[at - 1])))) continue;
    const std::size_t rest = count_words(std::string_view(low).substr(at));
    const std::string_view before = std::string_view(low).substr(0, at);
    const bool apart =
        at == 0 || ends_sentence(before) || before.ends_with('(') || before.ends_with('[') || !ends_sentence(block);
    if (lead ? rest <= 10 && apart : rest <= 6) return verdict(rest);
  }
  // "Name/Agency" or "[Name/Agency]" at the end.
  const std::string_view bare = without_marks(block);
  const std::size_t slash = bare.rfind('/');
  if (slash != std::string_view::npos && slash > 0 && find_agency(bare.substr(slash + 1))) {
    const std::size_t sentence = bare.rfind(". ", slash);
    const std::size_t credit = count_words(bare.substr(sentence == std::string_view::npos ? 0 : sentence + 2));
    if (credit <= 6) return verdict(credit);
  }
  if (block.ends_with(']')) {
    const std::size_t open = block.rfind('[');
    if (open != std::string_view::npos && open > 0 && !agency_list(block.substr(open)).empty()) return verdict(1);
  }
  return {};
}

}  // namespace rashomon::ingest

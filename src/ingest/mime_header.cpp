#include "ingest/mime_header.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "ingest/chars.hpp"
#include "ingest/charset.hpp"
#include "ingest/transfer.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kMostParameters = 100;

/// Bytes past ASCII that no encoded word declares.
std::string as_utf8(std::string_view bytes, std::string_view label) {
  std::size_t replaced = 0;
  std::string text = valid_utf8(bytes, replaced);
  const std::string charset = charset_of_label(label);
  if (replaced == 0 && !charset.starts_with("ISO-2022")) return text;
  const auto decoded = decode(bytes, charset.empty() || charset == "UTF-8" ? detect_charset(bytes) : charset);
  return decoded ? decoded->text : text;
}

/// "=?charset?Q?text?=".
struct EncodedWord {
  std::string_view charset, text;
  char how = 'q';
  std::size_t end = 0;
};

std::optional<EncodedWord> encoded_word(std::string_view s, std::size_t at) {
  if (s.substr(at, 2) != "=?") return {};
  const std::size_t how = s.find('?', at + 2);
  if (how == std::string_view::npos || how - at > 80 || how + 2 >= s.size() || s[how + 2] != '?') return {};
  const std::size_t stop = s.find('?', how + 3);
  if (stop == std::string_view::npos || stop + 1 >= s.size() || s[stop + 1] != '=') return {};
  const char letter = static_cast<char>(s[how + 1] | 0x20);
  if (letter != 'q' && letter != 'b') return {};
  std::string_view charset = s.substr(at + 2, how - at - 2);
  charset = charset.substr(0, charset.find('*'));  // RFC 2231 adds a language
  return EncodedWord{charset, s.substr(how + 3, stop - how - 3), letter, stop + 2};
}

/// Writes encoded words; those of one charset that follow each other are joined first, since programs cut characters.
class WordWriter {
 public:
  explicit WordWriter(std::string& out) : out_(out) {}
  void add(const EncodedWord& word) {
    std::string label = lower_ascii(word.charset);
    if (label != label_) flush();
    label_ = std::move(label);
    bytes_ += word.how == 'b' ? base64_decoded(word.text) : quoted_printable_decoded(word.text, true);
  }
  void flush() {
    if (!bytes_.empty()) out_ += as_utf8(bytes_, label_);
    bytes_.clear();
  }

 private:
  std::string& out_;
  std::string bytes_, label_;
};

std::string percent_decoded(std::string_view s) {
  std::string escaped(s);
  std::replace(escaped.begin(), escaped.end(), '=', '\x01');
  std::replace(escaped.begin(), escaped.end(), '%', '=');
  std::string out = quoted_printable_decoded(escaped);
  std::replace(out.begin(), out.end(), '\x01', '=');
  return out;
}

/// A parameter's value from `at` on, quotation marks taken off; `at` moves to the next semicolon.
std::string read_value(std::string_view s, std::size_t& at) {
  std::string out;
  if (at < s.size() && s[at] == '"') {
    for (++at; at < s.size() && s[at] != '"'; ++at) {
      if (s[at] == '\\' && at + 1 < s.size()) ++at;
      if (s[at] != '\r' && s[at] != '\n') out.push_back(s[at]);
    }
    at = std::min(s.find(';', at), s.size());
  } else {
    const std::size_t stop = std::min(s.find(';', at), s.size());
    out = trim(s.substr(at, stop - at));
    at = stop;
  }
  return out;
}

/// Pieces of one parameter (RFC 2231): "name*0*", "name*1", "name*".
struct Pieces {
  std::map<int, std::pair<std::string, bool>> parts;  ///< number → value, whether it is percent-encoded
  [[nodiscard]] std::string text() const {
    std::string all, label;
    for (const auto& [number, part] : parts) {
      std::string_view value = part.first;
      if (part.second && number == 0)
        if (const std::size_t first = value.find('\''); first != value.npos)
          if (const std::size_t second = value.find('\'', first + 1); second != value.npos) {
            label = value.substr(0, first);
            value.remove_prefix(second + 1);
          }
      all += part.second ? percent_decoded(value) : std::string(value);
    }
    return as_utf8(all, label);
  }
};

}  // namespace

std::string header_text(std::string_view raw) {
  std::string out;
  WordWriter words(out);
  bool after_word = false;
  for (std::size_t i = 0; i < raw.size();) {
    if (const auto word = encoded_word(raw, i)) {
      words.add(*word);
      after_word = true;
      i = word->end;
      continue;
    }
    std::size_t stop = i + 1;
    while (stop < raw.size() && raw.substr(stop, 2) != "=?") ++stop;
    const std::string_view plain = raw.substr(i, stop - i);
    // Blanks between two encoded words only part them.
    const bool gap = after_word && trim(plain).empty() && encoded_word(raw, stop);
    if (!gap) {
      words.flush();
      out += as_utf8(plain, {});
      after_word = false;
    }
    i = stop;
  }
  words.flush();
  return fold_space(out);
}

std::string_view Parameters::get(std::string_view name) const {
  for (const auto& [key, text] : all)
    if (key == name) return text;
  return {};
}

Parameters read_parameters(std::string_view raw) {
  Parameters out;
  std::size_t at = std::min(raw.find(';'), raw.size());
  out.value = lower_ascii(trim(raw.substr(0, at)));
  std::vector<std::string> order;
  std::map<std::string, Pieces> found;
  while (at < raw.size() && found.size() < kMostParameters) {
    const std::size_t stop = raw.find_first_of("=;", ++at);
    if (stop == std::string_view::npos) break;
    std::string name = lower_ascii(trim(raw.substr(at, stop - at)));
    at = stop;
    if (raw[at] == ';') continue;
    ++at;
    while (at < raw.size() && is_space(static_cast<unsigned char>(raw[at]))) ++at;
    std::string value = read_value(raw, at);
    const bool encoded = name.ends_with('*');
    if (encoded) name.pop_back();
    int number = 0;
    if (const std::size_t star = name.find('*'); star != std::string::npos) {
      for (std::size_t i = star + 1; i < name.size() && is_digit(static_cast<unsigned char>(name[i])) && i < star + 4;
           ++i)
        number = number * 10 + (name[i] - '0');
      name.resize(star);
    }
    if (!found.contains(name)) order.push_back(name);
    found[name].parts.emplace(number, std::pair{std::move(value), encoded});
  }
  for (const std::string& name : order) out.all.emplace_back(name, header_text(found[name].text()));
  return out;
}

Address read_address(std::string_view raw) {
  const std::string text = header_text(raw);
  std::string_view s = text;
  Address out;
  const auto bare = [](std::string_view name) {
    std::string kept;
    for (const char c : name)
      if (c != '"' && c != '\\') kept.push_back(c);
    return fold_space(kept);
  };
  const std::size_t open = s.find('<');
  if (open != std::string_view::npos) {
    out.name = bare(s.substr(0, open));
    s.remove_prefix(open + 1);
    out.mailbox = lower_ascii(trim(s.substr(0, s.find('>'))));
  } else {
    const std::size_t comment = s.find('(');
    out.mailbox = lower_ascii(trim(s.substr(0, std::min(comment, s.find(',')))));
    if (comment != std::string_view::npos) out.name = bare(s.substr(comment + 1, s.find(')', comment) - comment - 1));
  }
  if (out.name == out.mailbox) out.name.clear();
  return out;
}

}  // namespace rashomon::ingest

#include "mentions/numbers.hpp"

#include <charconv>
#include <unordered_map>
#include <vector>

#include "mentions/tables.hpp"

namespace rashomon::mentions {
namespace {

constexpr double kMost = 1e15;

NumberWord kind_of(std::string_view name) {
  if (name == "small") return NumberWord::small;
  if (name == "tens") return NumberWord::tens;
  if (name == "scale") return NumberWord::scale;
  if (name == "ordinal") return NumberWord::ordinal;
  if (name == "vague") return NumberWord::vague;
  return name == "fraction" ? NumberWord::fraction : NumberWord::none;
}

double read_double(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

using Table = std::unordered_map<std::string_view, std::vector<NumberEntry>>;  // looked up, never walked through

const Table& table() {
  static const Table kTable = [] {
    Table out;
    for (const auto& row : mention_table("number_words.tsv", 3))
      out[row[0]].push_back({kind_of(row[1]), read_double(row[2])});
    return out;
  }();
  return kTable;
}

std::string_view low(std::span<const Word> words, std::size_t i) {
  return i < words.size() ? std::string_view(words[i].low) : std::string_view();
}

bool plain_dash(std::span<const Word> words, std::size_t i) {
  return low(words, i) == "-" && words[i].glued && i + 1 < words.size() && words[i + 1].glued;
}

// Scales written with a letter, "1.2m", "$3bn", "40k": only right after a numeral.
double letter_scale(std::string_view word) {
  if (word == "k") return 1e3;
  if (word == "m" || word == "mn" || word == "mio") return 1e6;
  if (word == "b" || word == "bn") return 1e9;
  return word == "tn" ? 1e12 : 0;
}

// True if a word of more than the letter stands there, its rest unreadable ("12 m\uFFFDnages") or cut off as a word.
bool goes_on(std::span<const Word> words, std::size_t letter) {
  if (letter + 1 >= words.size() || !words[letter + 1].glued) return false;
  const Word& next = words[letter + 1];
  return next.kind == WordKind::letters || next.low.starts_with("\xEF\xBF\xBD");
}

// Value of the last significant digit of a numeral as written.
double grain_of(std::string_view numeral) {
  const std::size_t point = numeral.find('.');
  if (point != std::string_view::npos) {
    double grain = 1;
    for (std::size_t i = point + 1; i < numeral.size(); ++i) grain /= 10;
    return grain;
  }
  double grain = 1;
  for (std::size_t i = numeral.size(); i > 1 && numeral[i - 1] == '0'; --i) grain *= 10;
  return grain;
}

double grain_of_value(double value) {
  double grain = 1;
  while (grain < kMost && value >= grain * 10 &&
         value / (grain * 10) == static_cast<double>(static_cast<long long>(value / (grain * 10))))
    grain *= 10;
  return grain;
}

// "thousand", "million" after a number, also "-million" ("1.8 billion-mile" keeps its dash outside).
void take_scales(std::span<const Word> words, Number& n) {
  for (int most = 0; most < 3; ++most) {
    const std::size_t at = n.end + (plain_dash(words, n.end) ? 1 : 0);
    const NumberEntry next = number_word(low(words, at));
    if (next.kind != NumberWord::scale || n.value * next.value > kMost) return;
    n.value *= next.value;
    n.grain *= next.value;
    n.end = at + 1;
    n.scaled = true;
  }
}

// "9 300", "1 200 000": groups of three digits after a space, where the first group has at most three.
void take_spaced_groups(std::span<const Word> words, Number& n) {
  if (words[n.end - 1].span.size() > 3 || words[n.end - 1].low.find('.') != std::string::npos) return;
  const auto is_group = [&](std::size_t i) {
    return i < words.size() && words[i].kind == WordKind::digits && words[i].span.size() == 3 &&
           words[i].low.size() == 3 && !words[i].glued && words[i].span.begin - words[i - 1].span.end <= 2;
  };
  for (int groups = 0; groups < 4 && n.value > 0 && n.value < 1e12 && is_group(n.end); ++groups) {
    n.value = n.value * 1000 + read_double(words[n.end].low);
    n.grain = words[n.end].low == "000" ? n.grain * 1000 : grain_of(words[n.end].low);
    ++n.end;
  }
}

std::optional<Number> read_numeral(std::span<const Word> words, std::size_t at) {
  const auto value = numeral_value(words[at].low);
  if (!value) return {};
  Number n{*value, grain_of(words[at].low), at + 1, false, false};
  take_spaced_groups(words, n);
  // "2 1/2", "1½"
  if (low(words, n.end) == "0.5" || low(words, n.end) == "0.25" || low(words, n.end) == "0.75") {
    n.value += read_double(words[n.end].low);
    n.grain = 0.25;
    ++n.end;
  }
  const std::string_view letter = low(words, n.end);
  if (const double scale = letter_scale(letter);
      scale > 0 && n.end < words.size() && !goes_on(words, n.end) &&
      (words[n.end].glued || (letter == "m" || letter == "bn" || letter == "tn"))) {
    n.value *= scale;
    n.grain *= scale;
    n.scaled = true;
    ++n.end;
    return n;
  }
  take_scales(words, n);
  return n;
}

// A spelled cardinal while its words are taken one by one: groups below a thousand, each with its scale.
class Cardinal {
 public:
  /// False if the word cannot go on the number.
  bool take(const NumberEntry& e) {
    if (!fits(e)) return false;
    if (e.kind != NumberWord::scale) group_ += e.value;
    else scale(e.value);
    last_ = e.kind;
    return true;
  }
  [[nodiscard]] bool begun() const { return last_ != NumberWord::none; }
  [[nodiscard]] NumberWord last() const { return last_; }
  [[nodiscard]] bool scaled() const { return scaled_; }
  [[nodiscard]] double value() const { return total_ + group_; }

 private:
  [[nodiscard]] bool fits(const NumberEntry& e) const {
    const bool after_tens = last_ == NumberWord::tens;
    if (e.kind == NumberWord::small)
      return last_ != NumberWord::small && !(after_tens && (e.value == 0 || e.value > 9));
    if (e.kind == NumberWord::tens) return last_ != NumberWord::small && !after_tens;
    return e.kind == NumberWord::scale && begun();
  }
  void scale(double by) {
    const double scaled = (group_ == 0 ? 1 : group_) * by;
    group_ = by < 1000 ? scaled : 0;
    if (by >= 1000) total_ += scaled;
    scaled_ = true;
  }

  double total_ = 0, group_ = 0;
  NumberWord last_ = NumberWord::none;
  bool scaled_ = false;
};

std::optional<Number> read_spelled(std::span<const Word> words, std::size_t at) {
  Cardinal cardinal;
  Number n;
  for (std::size_t i = at; i < words.size() && i < at + 24; i = n.end) {
    const bool joined = plain_dash(words, i) || (low(words, i) == "and" && cardinal.last() == NumberWord::scale);
    const std::size_t k = cardinal.begun() && joined ? i + 1 : i;
    if (!cardinal.take(number_word(low(words, k)))) break;
    if (cardinal.value() > kMost) return {};
    n.end = k + 1;
  }
  if (!cardinal.begun()) return {};
  n.value = cardinal.value();
  n.grain = grain_of_value(n.value);
  n.spelled = true;
  n.scaled = cardinal.scaled();
  return n;
}

// "a dozen", "a million", "half a million", "a hundred and ten"
std::optional<Number> read_article(std::span<const Word> words, std::size_t at) {
  std::size_t i = at;
  double factor = 1;
  if (low(words, i) == "half") {
    factor = 0.5;
    ++i;
  }
  if (low(words, i) == "a" || low(words, i) == "an") ++i;
  else if (factor == 1) return {};
  const NumberEntry e = number_word(low(words, i));
  if (e.kind != NumberWord::scale) return {};
  Number n{factor * e.value, grain_of_value(factor * e.value), i + 1, true, true};
  if (factor == 1 && e.value >= 100)
    if (const std::size_t k = low(words, i + 1) == "and" ? i + 2 : i + 1; k < words.size())
      if (const auto rest = read_spelled(words, k); rest && rest->value < e.value) {
        n.value += rest->value;
        n.end = rest->end;
      }
  take_scales(words, n);
  return n;
}

}  // namespace

NumberEntry number_word(std::string_view low, NumberWord kind) {
  const auto it = table().find(low);
  if (it == table().end()) return {};
  for (const NumberEntry& e : it->second)
    if (kind == NumberWord::none || e.kind == kind) return e;
  return {};
}

std::optional<double> numeral_value(std::string_view low) {
  const std::size_t point = std::min(low.find('.'), low.size());
  if (low.empty() || point > 15 || low.size() > 40) return {};
  return read_double(low);
}

std::optional<Number> read_number(std::span<const Word> words, std::size_t at) {
  if (at >= words.size()) return {};
  if (words[at].kind == WordKind::digits) return read_numeral(words, at);
  if (auto n = read_article(words, at)) return n;
  return read_spelled(words, at);
}

std::optional<Number> read_ordinal(std::span<const Word> words, std::size_t at) {
  if (at >= words.size()) return {};
  if (words[at].kind == WordKind::digits && at + 1 < words.size() && words[at + 1].glued) {
    const std::string_view end = words[at + 1].low;
    if (end != "st" && end != "nd" && end != "rd" && end != "th") return {};
    const auto value = numeral_value(words[at].low);
    return value ? std::optional(Number{*value, 1, at + 2, false, false}) : std::nullopt;
  }
  const NumberEntry tens = number_word(low(words, at), NumberWord::tens);
  if (tens.kind == NumberWord::tens && plain_dash(words, at + 1))
    if (const NumberEntry e = number_word(low(words, at + 2), NumberWord::ordinal);
        e.kind == NumberWord::ordinal && e.value < 10)
      return Number{tens.value + e.value, 1, at + 3, true, false};
  const NumberEntry e = number_word(low(words, at), NumberWord::ordinal);
  if (e.kind != NumberWord::ordinal) return {};
  return Number{e.value, 1, at + 1, true, false};
}

}  // namespace rashomon::mentions

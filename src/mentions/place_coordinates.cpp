#include <algorithm>
#include <charconv>

#include "mentions/place_relations.hpp"

namespace rashomon::mentions {
namespace {

/// An angle as it is written.
struct Angle {
  double degrees = 0;
  char letter = 0;  ///< N, S, E, W, or 0
  std::size_t decimals = 0;
  bool parts = false;  ///< with minutes
};

class AngleReader {
 public:
  AngleReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<Angle> read() {
    Angle angle;
    take_letter(angle);
    const bool minus = take("-") || take("\xE2\x88\x92");
    const auto degrees = number(angle.decimals);
    if (!degrees) return {};
    angle.degrees = *degrees;
    const bool sign = take("\xC2\xB0") || take("\xC2\xBA");
    if (sign && !read_parts(angle)) return {};
    const std::size_t end = at_;
    skip_blanks();
    if (!take_letter(angle)) at_ = end;
    if (angle.letter == 'S' || angle.letter == 'W' || minus) angle.degrees = -angle.degrees;
    if (minus && angle.letter != 0) return {};
    return angle;
  }

  /// What parts two angles: blanks, a comma, a semicolon, a slash; at least one.
  bool gap() {
    const std::size_t begin = at_;
    skip_blanks();
    if (at_ < text_.size() && (text_[at_] == ',' || text_[at_] == ';' || text_[at_] == '/')) ++at_;
    skip_blanks();
    return at_ > begin;
  }

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  bool take(std::string_view mark) {
    if (!text_.substr(at_).starts_with(mark)) return false;
    at_ += mark.size();
    return true;
  }
  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }
  bool take_letter(Angle& angle) {
    if (angle.letter != 0 || at_ >= text_.size()) return false;
    const char c = text_[at_];
    if (c != 'N' && c != 'S' && c != 'E' && c != 'W') return false;
    if (at_ + 1 < text_.size() && is_word_byte(text_[at_ + 1]) && !is_digit(text_[at_ + 1])) return false;
    angle.letter = c;
    ++at_;
    return true;
  }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_word_byte(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
  }
  std::optional<double> number(std::size_t& decimals) {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    if (end == at_ || end - at_ > 3) return {};
    if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) {
      const std::size_t point = end++;
      while (end < text_.size() && is_digit(text_[end])) ++end;
      decimals = end - point - 1;
    }
    double value = 0;
    std::from_chars(text_.data() + at_, text_.data() + end, value);
    at_ = end;
    return value;
  }
  bool read_parts(Angle& angle) {
    constexpr std::string_view kMinutes[] = {"'", "\xE2\x80\xB2", "\xE2\x80\x99"},
                               kSeconds[] = {"\"", "\xE2\x80\xB3", "\xE2\x80\x9D", "''"};
    double divisor = 60;
    for (const auto& marks :
         {std::span<const std::string_view>(kMinutes), std::span<const std::string_view>(kSeconds)}) {
      const std::size_t begin = at_;
      skip_blanks();
      std::size_t decimals = 0;
      const auto value = number(decimals);
      if (!value) return at_ = begin, true;
      if (*value >= 60 || std::none_of(marks.begin(), marks.end(), [&](std::string_view m) { return take(m); }))
        return false;
      angle.degrees += *value / divisor;
      angle.parts = true;
      divisor *= 60;
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_;
};

struct Written {
  Point point;
  std::size_t end = 0;
};

std::optional<Written> coordinates_at(std::string_view text, std::size_t at) {
  AngleReader reader(text, at);
  const auto first = reader.read();
  if (!first || !reader.gap()) return {};
  const auto second = reader.read();
  if (!second) return {};
  const bool lettered = first->letter != 0 && second->letter != 0;
  if (!lettered && (first->letter != 0 || second->letter != 0 || first->parts || second->parts)) return {};
  constexpr std::size_t kSureDecimals = 4;  // "12.3456, 67.8901": with fewer they may be any two numbers
  if (!lettered && (first->decimals < kSureDecimals || second->decimals < kSureDecimals)) return {};
  const auto is_latitude = [](const Angle& a) { return a.letter == 'N' || a.letter == 'S'; };
  if (lettered && is_latitude(*first) == is_latitude(*second)) return {};
  const bool turned = lettered && !is_latitude(*first);
  const Point point{turned ? second->degrees : first->degrees, turned ? first->degrees : second->degrees};
  if (point.latitude < -90 || point.latitude > 90 || point.longitude < -180 || point.longitude > 180) return {};
  return Written{point, reader.at()};
}

bool begins_angle(std::string_view text, std::size_t i) {
  const auto word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
  };
  if (i > 0 && word(text[i - 1])) return false;
  const char c = text[i];
  return (c >= '0' && c <= '9') || c == '-' || c == 'N' || c == 'S' || c == 'E' || c == 'W';
}

}  // namespace

void add_coordinates(const ingest::Document& document, std::vector<Place>& places) {
  std::vector<Place> found;
  for (const auto& block : document.blocks) {
    if (!is_read(block.kind)) continue;
    const std::string_view text = slice(document.text, block.span);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto written = begins_angle(text, i) ? coordinates_at(text, i) : std::nullopt;
      if (!written) continue;
      Place place;
      place.span = {block.span.begin + static_cast<std::uint32_t>(i),
                    block.span.begin + static_cast<std::uint32_t>(written->end)};
      place.name = std::string(text.substr(i, written->end - i));
      place.point = written->point;
      place.precision = PlacePrecision::town;
      place.rule = "coordinates";
      found.push_back(std::move(place));
      i = written->end - 1;
    }
  }
  if (found.empty()) return;
  std::erase_if(found, [&](const Place& p) {
    return std::any_of(places.begin(), places.end(),
                       [&](const Place& q) { return p.span.begin < q.span.end && q.span.begin < p.span.end; });
  });
  places.insert(places.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.span.begin < b.span.begin; });
}

}  // namespace rashomon::mentions

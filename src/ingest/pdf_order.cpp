#include "ingest/pdf_order.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <tuple>

#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kMostLines = 20'000;
constexpr int kDeepest = 12;           // cuts within cuts
constexpr std::size_t kBuckets = 512;  // steps across the width of a page in which a gutter is looked for
constexpr double kGutter = 5;          // points between columns, at least
constexpr double kTextFill = 0.55;     // of the width of a column, by running text
constexpr double kCellGap = 1;         // of the height of type: more parts cells
constexpr double kTextGap = 0.25;      // of the width of running text, whose blanks are wide where it is justified
constexpr double kEven = 0.1;          // of the height of type, by which the blanks of a justified line differ
constexpr double kTextWords = 4;       // words of a row of running text, on average
constexpr std::size_t kTextLines = 3;

using Lines = std::span<PdfLine>;

/// Which steps across the page some line covers.
class Coverage {
 public:
  Coverage(double left, double right) : left_(left), step_(std::max(1e-3, (right - left) / kBuckets)) {}

  void add(const PdfLine& line) {
    const auto at = [&](double x) {
      return static_cast<std::size_t>(std::clamp((x - left_) / step_, 0.0, static_cast<double>(kBuckets - 1)));
    };
    for (std::size_t i = at(line.left); i <= at(line.right) && i < kBuckets; ++i) covered_[i] = true;
  }

  /// The middles of the stretches between covered ones that are as wide as a gutter, the widest first.
  [[nodiscard]] std::vector<double> gutters() const {
    std::vector<std::pair<std::size_t, std::size_t>> found;  // width, begin
    std::size_t end = kBuckets;                              // of the last covered stretch
    for (std::size_t i = 0; i < kBuckets; ++i) {
      if (!covered_[i]) continue;
      if (end < i && static_cast<double>(i - end) * step_ >= kGutter) found.emplace_back(i - end, end);
      end = i + 1;
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
    std::vector<double> out;
    for (const auto& [width, begin] : found)
      out.push_back(left_ + (static_cast<double>(begin) + static_cast<double>(width) / 2) * step_);
    return out;
  }
  [[nodiscard]] bool has_gutter() const { return !gutters().empty(); }

 private:
  double left_, step_;
  std::array<bool, kBuckets> covered_{};
};

std::pair<double, double> sides(Lines lines) {
  double left = 1e9, right = -1e9;
  for (const PdfLine& line : lines) left = std::min(left, line.left), right = std::max(right, line.right);
  return {left, right};
}

bool same_row(const PdfLine& a, const PdfLine& b) {
  const double shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return shared > 0.5 * std::min(a.height(), b.height());
}

/// Rows of many words that fill their column; cells of a table leave most of it empty. `lines` are sorted by place.
bool is_running_text(Lines lines) {
  const auto [left, right] = sides(lines);
  std::size_t words = 0, rows = 0;
  double filled = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    rows += i == 0 || !same_row(lines[i - 1], lines[i]);
    words += count_words(lines[i].text);
    filled += lines[i].right - lines[i].left;
  }
  const auto n = static_cast<double>(rows);
  return rows >= kTextLines && static_cast<double>(words) >= kTextWords * n && filled >= kTextFill * n * (right - left);
}

/// True if most lines of the shorter side stand in rows with lines of the other, as cells do. Both are sorted by top.
bool is_aligned(Lines a, Lines b) {
  if (a.size() > b.size()) std::swap(a, b);
  std::size_t in_rows = 0, j = 0;
  for (const PdfLine& line : a) {
    while (j < b.size() && b[j].bottom < line.top) ++j;
    in_rows += j < b.size() && same_row(line, b[j]);
  }
  return in_rows * 10 >= a.size() * 6;
}

/// What stands before an item of a list: a bullet, "1.", "a)".
bool is_mark(std::string_view s) { return s.size() <= 3; }

bool are_columns(Lines a, Lines b) {
  const bool text_a = is_running_text(a), text_b = is_running_text(b);
  return (text_a && text_b) || ((text_a || text_b) && !is_aligned(a, b));
}

/// Justified text has blanks of one width, however wide; cells of a table have not. `row` is sorted from left to right.
bool is_justified(Lines row) {
  double least = 1e9, most = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i].text.find(' ') != std::string::npos) return false;
    if (i == 0) continue;
    least = std::min(least, row[i].left - row[i - 1].right);
    most = std::max(most, row[i].left - row[i - 1].right);
  }
  return row.size() > 2 && most - least < kEven * row[0].height();
}

class Cutter {
 public:
  std::vector<PdfBlock> cut(Lines lines) {
    std::sort(lines.begin(), lines.end(), by_place);
    order(lines, 0);
    return std::move(out_);
  }

 private:
  static bool by_place(const PdfLine& a, const PdfLine& b) {
    return std::tie(a.top, a.left, a.text) < std::tie(b.top, b.left, b.text);
  }

  /// `lines` are sorted by place.
  void order(Lines lines, int depth) {
    if (lines.empty()) return;
    if (depth < kDeepest && (cut_columns(lines, depth) || cut_strips(lines, depth))) return;
    write(lines);
  }

  bool cut_columns(Lines lines, int depth) {
    const auto [left, right] = sides(lines);
    Coverage covered(left, right);
    for (const PdfLine& line : lines) covered.add(line);
    for (const double gutter : covered.gutters()) {
      const auto middle =
          std::stable_partition(lines.begin(), lines.end(), [&](const PdfLine& l) { return l.left < gutter; });
      const Lines a(lines.begin(), middle), b(middle, lines.end());
      if (are_columns(a, b)) {
        order(a, depth + 1);
        order(b, depth + 1);
        return true;
      }
      std::sort(lines.begin(), lines.end(), by_place);
    }
    return false;
  }

  /// Cuts between rows that no line crosses; rows that follow each other stay together while a gutter runs through
  /// them.
  bool cut_strips(Lines lines, int depth) {
    const auto [left, right] = sides(lines);
    std::vector<std::size_t> begins;
    std::optional<Coverage> run;
    bool parted = false;
    for (std::size_t i = 0; i < lines.size();) {
      std::size_t end = i;
      for (double bottom = lines[i].bottom; end < lines.size() && lines[end].top < bottom; ++end)
        bottom = std::max(bottom, std::min(lines[end].bottom, lines[end].top + lines[end].height()));
      end = std::max(end, i + 1);
      Coverage grown = run.value_or(Coverage(left, right)), alone(left, right);
      for (std::size_t k = i; k < end; ++k) grown.add(lines[k]), alone.add(lines[k]);
      const bool now = grown.has_gutter();
      // A strip without a gutter goes on with others like it, one with a gutter as long as it is the same one.
      if (!run || (parted ? !now : alone.has_gutter())) {
        begins.push_back(i);
        run = alone;
        parted = alone.has_gutter();
      } else {
        run = grown;
      }
      i = end;
    }
    if (begins.size() < 2) return false;
    begins.push_back(lines.size());
    for (std::size_t k = 0; k + 1 < begins.size(); ++k)
      order(lines.subspan(begins[k], begins[k + 1] - begins[k]), depth + 1);
    return true;
  }

  /// One block of the lines, those of one row joined.
  void write(Lines lines) {
    PdfBlock block;
    const auto [left, right] = sides(lines);
    const double cell_gap = is_running_text(lines) ? kTextGap * (right - left) : 0;
    for (std::size_t i = 0; i < lines.size();) {
      std::size_t end = i + 1;
      while (end < lines.size() && same_row(lines[i], lines[end])) ++end;
      const Lines row = lines.subspan(i, end - i);
      std::stable_sort(row.begin(), row.end(), [](const PdfLine& a, const PdfLine& b) { return a.left < b.left; });
      const bool justified = is_justified(row);
      PdfLine whole = std::move(row[0]);
      for (PdfLine& next : row.subspan(1)) {
        const bool cell = next.left - whole.right > std::max(cell_gap, kCellGap * whole.height()) &&
                          !is_mark(whole.text) && !justified;
        whole.text.append(cell ? "\t" : " ").append(next.text);
        if (next.widest > whole.widest) whole.widest = next.widest, whole.type = next.type;
        whole.right = std::max(whole.right, next.right);
        whole.top = std::min(whole.top, next.top);
        whole.bottom = std::max(whole.bottom, next.bottom);
      }
      block.lines.push_back(std::move(whole));
      i = end;
    }
    out_.push_back(std::move(block));
  }

  std::vector<PdfBlock> out_;
};

}  // namespace

std::vector<PdfBlock> in_reading_order(std::vector<PdfLine> lines) {
  if (lines.empty()) return {};
  if (lines.size() > kMostLines) return {{std::move(lines)}};
  return Cutter().cut(lines);
}

}  // namespace rashomon::ingest

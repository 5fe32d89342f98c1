#include "publish/strip.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "publish/html.hpp"
#include "publish/words.hpp"

namespace rashomon::publish {
namespace {

constexpr double kWidth = 480, kLeft = 170, kRight = 440, kRow = 18;
constexpr std::size_t kMostRows = 8;

struct Row {
  std::string label;
  double low, high;
};

std::vector<Row> rows_of(const Figure& figure) {
  std::vector<Row> rows;
  for (const Stand& stand : figure.stands) {
    if (!stand.low && !stand.high) continue;
    const double low = stand.low.value_or(*(stand.high ? stand.high : stand.low));
    std::string holder = stand.held_by.empty() ? stand.value : stand.held_by.front();
    if (holder.size() > 26) {
      std::size_t at = 24;
      while (at > 0 && (static_cast<unsigned char>(holder[at]) & 0xC0) == 0x80) --at;
      holder = holder.substr(0, at) + "…";
    }
    if (rows.size() < kMostRows) rows.push_back({std::move(holder), low, std::max(low, stand.high.value_or(low))});
  }
  return rows;
}

}  // namespace

std::string strip_svg(const Figure& figure) {
  const std::vector<Row> rows = rows_of(figure);
  if (rows.size() < 2) return "";
  double low = rows[0].low, high = rows[0].high;
  for (const Row& row : rows) low = std::min(low, row.low), high = std::max(high, row.high);
  if (!(high > low)) return "";
  const auto x = [&](double value) { return kLeft + (value - low) / (high - low) * (kRight - kLeft); };
  const double height = kRow * static_cast<double>(rows.size()) + 22;
  std::string svg =
      fmt::format("<svg class=\"strip\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}: {}\">", kWidth,
                  height, escape_html(figure.what), escape_html(figure.range));
  double y = 12;
  for (const Row& row : rows) {
    svg += fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"end\">{}</text>", kLeft - 12, y + 4,
                       escape_html(row.label));
    svg += fmt::format("<line class=\"axis\" x1=\"{:.0f}\" x2=\"{:.0f}\" y1=\"{:.0f}\" y2=\"{:.0f}\"/>", kLeft, kRight,
                       y, y);
    if (row.high > row.low)
      svg += fmt::format("<line class=\"span\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.0f}\" y2=\"{:.0f}\"/>", x(row.low),
                         x(row.high), y, y);
    svg += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.0f}\" r=\"4.5\"/>", x(row.low), y);
    y += kRow;
  }
  svg +=
      fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">{}</text>", kLeft, y + 6, number_words(low));
  svg += fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">{}</text></svg>", kRight, y + 6,
                     number_words(high));
  return svg;
}

}  // namespace rashomon::publish

#include <fmt/format.h>

#include <algorithm>

#include "publish/report.hpp"
#include "publish/situation.hpp"
#include "publish/words.hpp"

namespace rashomon::publish {
namespace {

constexpr std::size_t kMostEvents = 4, kMostFigures = 4, kMostDisputes = 5, kMostStands = 3;

// Columns of a UTF-8 text, one for a code point: right for the scripts of English reports.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

class Screen {
 public:
  Screen(int width, bool colour) : width_(static_cast<std::size_t>(std::clamp(width, 40, 120))), colour_(colour) {}

  // Words of `text` after `lead`, wrapped under it.
  void line(const std::string& lead, std::string_view text, std::string_view style = "") {
    const std::size_t indent = columns(lead);
    out_ += styled(lead, style);
    std::size_t at = indent;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(' '), text.size());
      const std::string_view word = text.substr(0, end);
      if (at > indent && at + 1 + columns(word) > width_) out_ += "\n" + std::string(indent, ' '), at = indent;
      else if (at > indent) out_ += " ", ++at;
      out_ += word;
      at += columns(word);
      text.remove_prefix(std::min(text.size(), end + 1));
    }
    out_ += "\n";
  }

  void title(const std::string& text) { out_ += styled(text, "1") + "\n"; }
  void gap() { out_ += "\n"; }
  std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] std::string styled(const std::string& text, std::string_view style) const {
    return colour_ && !style.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", style, text) : text;
  }
  std::size_t width_;
  bool colour_;
  std::string out_;
};

std::string stands_words(const Figure& figure) {
  std::string out;
  for (std::size_t i = 0; i < figure.stands.size() && i < kMostStands; ++i)
    out += (i ? "; " : "") + figure.stands[i].value + " – " + list_words(figure.stands[i].held_by);
  if (figure.stands.size() > kMostStands) out += fmt::format("; and {} more", figure.stands.size() - kMostStands);
  return out;
}

void write_figure(Screen& screen, const Figure& figure) {
  screen.line("    " + figure.range + " ", figure.what + (figure.scope.empty() ? "" : ", " + figure.scope), "1;33");
  screen.line("      ", stands_words(figure));
}

void write_happening(Screen& screen, const Situation& s, const Happening& h) {
  screen.line("  ", h.label + " (" + h.status + ")");
  std::string facts = h.when + " · " + h.where;
  if (!h.actors.empty()) facts += " · by " + h.actors;
  if (!h.recipients.empty()) facts += " · against " + h.recipients;
  screen.line("    ", facts);
  for (std::size_t i = 0; i < h.figures.size() && i < kMostFigures; ++i) write_figure(screen, h.figures[i]);
  for (const ClaimId& id : h.denials) {
    const auto q =
        std::find_if(s.quotations.begin(), s.quotations.end(), [&](const Quotation& each) { return each.claim == id; });
    if (q != s.quotations.end()) screen.line("    denied ", q->chain + ": “" + q->quote + "”", "35");
  }
}

}  // namespace

Result<std::string> make_summary(const store::Record& record, int width, bool colour) {
  const auto view = View::load(record);
  if (!view) return tl::unexpected(view.error());
  const Situation s = arrange(*view);
  Screen screen(width, colour);
  screen.title(s.title);
  screen.line("", fmt::format("{}, {}, {}, {}, {}, {}", count_words(s.documents, "report", "reports"),
                              count_words(s.outlets, "outlet", "outlets"), count_words(s.claims, "claim", "claims"),
                              count_words(s.events, "event", "events"),
                              count_words(s.origins, "independent origin", "independent origins"),
                              count_words(s.disputes, "dispute", "disputes")));
  if (!s.chapters.empty()) {
    screen.gap();
    screen.title("What happened");
    const auto& happenings = s.chapters.front().happenings;
    for (std::size_t i = 0; i < happenings.size() && i < kMostEvents; ++i) write_happening(screen, s, happenings[i]);
  }
  if (!s.quarrels.empty()) {
    screen.gap();
    screen.title("Where the reports differ");
    for (std::size_t i = 0; i < s.quarrels.size() && i < kMostDisputes; ++i) {
      screen.line("  " + s.quarrels[i].kind + ": ", s.quarrels[i].question, "36");
      for (const Stand& stand : s.quarrels[i].stands)
        screen.line("    ", stand.value + " – " + list_words(stand.held_by));
    }
    if (s.quarrels.size() > kMostDisputes)
      screen.line("  ", fmt::format("and {} more in the report", s.quarrels.size() - kMostDisputes));
  }
  for (const store::Failure& failure : s.failures) screen.line("not read: ", failure.message, "31");
  return screen.take();
}

}  // namespace rashomon::publish

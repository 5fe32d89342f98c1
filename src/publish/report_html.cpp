#include <fmt/format.h>

#include <algorithm>

#include "core/data.hpp"
#include "publish/html.hpp"
#include "publish/references.hpp"
#include "publish/report_formats.hpp"
#include "publish/strip.hpp"
#include "publish/words.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_publish();
}

namespace rashomon::publish {
namespace {

constexpr std::size_t kCards = 8;     // happenings of a chapter shown as cards; the others stand in a table
constexpr std::size_t kMostRefs = 6;  // references after one value
constexpr std::size_t kGlance = 5;    // figures and denials on the first screen

// Writes the page from top to bottom.
class Page {
 public:
  explicit Page(const Situation& situation) : s_(situation), references_(situation.quotations) {}

  std::string write() {
    head();
    navigation();
    out_ += "<main>\n";
    for (const Chapter& chapter : s_.chapters) write_chapter(chapter);
    if (s_.chapters.empty()) out_ += "<h2>What happened</h2><p>No events were found in these reports.</p>\n";
    write_quarrels();
    write_timeline();
    write_loose();
    write_mechanisms();
    write_origins();
    write_documents();
    write_quotations();
    out_ += "</main>\n";
    foot();
    return std::move(out_);
  }

 private:
  template <class... Args>
  void put(fmt::format_string<Args...> form, Args&&... args) {
    out_ += fmt::format(form, std::forward<Args>(args)...);
  }

  std::string refs(const std::vector<ClaimId>& claims) const {
    std::string out;
    std::size_t shown = 0;
    for (const ClaimId& id : claims)
      if (const std::size_t n = references_.of(id); n && shown++ < kMostRefs)
        out += fmt::format(" <a class=\"ref\" href=\"#{}\">[{}]</a>", escape_html(id.value), n);
    if (shown > kMostRefs) out += fmt::format(" <span class=\"soft\">and {} more</span>", shown - kMostRefs);
    return out;
  }

  void head() {
    put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n<title>{}</title>\n<style>\n{}</style>\n"
        "</head>\n<body>\n",
        escape_html(s_.title), find_data(embedded::files_publish(), "publish/report.css"));
    put("<header class=\"page\">\n<h1>{}</h1>\n<p class=\"counts\">{}{} from {} · {} · {} · {} · {}</p>\n</header>\n",
        escape_html(s_.title), s_.period.empty() ? "" : escape_html("Published " + s_.period) + " · ",
        count_words(s_.documents, "report", "reports"), count_words(s_.outlets, "outlet", "outlets"),
        count_words(s_.claims, "claim", "claims"), count_words(s_.events, "event", "events"),
        count_words(s_.origins, "independent origin", "independent origins"),
        count_words(s_.disputes, "dispute", "disputes"));
  }

  void navigation() {
    out_ += "<nav aria-label=\"Parts of the report\"><ul><li><a href=\"#events\">What happened</a></li>";
    if (!s_.quarrels.empty()) out_ += "<li><a href=\"#disputes\">Disputes</a></li>";
    out_ += "<li><a href=\"#timeline\">Timeline</a></li>";
    if (!s_.mechanisms.empty()) out_ += "<li><a href=\"#mechanisms\">Mechanisms</a></li>";
    out_ +=
        "<li><a href=\"#origins\">Origins</a></li><li><a href=\"#reports\">Reports</a></li>"
        "<li><a href=\"#quotations\">Quotations</a></li></ul></nav>\n";
  }

  void write_stands(const std::vector<Stand>& stands) {
    out_ += "<ul class=\"stands\">";
    for (const Stand& stand : stands)
      put("<li><span class=\"value\">{}</span> — {}{}</li>", escape_html(stand.value),
          escape_html(list_words(stand.held_by)), refs(stand.claims));
    out_ += "</ul>";
  }

  void write_figure(const Figure& figure) {
    put("<div class=\"figure\"><span class=\"number\">{}</span> <span class=\"what\">{}</span> <span "
        "class=\"soft\">{}</span>",
        escape_html(figure.range), escape_html(figure.what), escape_html(figure.scope));
    if (!figure.status.empty()) put(" <span class=\"tag\">{}</span>", escape_html(figure.status));
    put(" <span class=\"tag\">{}</span>", count_words(figure.origins, "origin", "origins"));
    out_ += strip_svg(figure);
    write_stands(figure.stands);
    if (!figure.rule.empty()) put("<p class=\"soft\">How: {}</p>", escape_html(figure.rule));
    out_ += "</div>";
  }

  void fact(std::string_view name, const std::string& value) {
    if (!value.empty()) put("<dt>{}</dt><dd>{}</dd>", name, escape_html(value));
  }

  void write_happening(const Happening& h, bool lead) {
    put("<article class=\"card{}\" id=\"{}\"><h3>{}</h3>", lead ? " lead" : "", escape_html(h.event.value),
        escape_html(h.label));
    if (!h.type.empty()) put("<span class=\"tag\">{}</span> ", escape_html(h.type));
    put("<span class=\"tag\">{}</span> <span class=\"tag\">{}</span>", escape_html(h.status),
        count_words(h.origins, "origin", "origins"));
    if (lead) out_ += "<div class=\"glance\"><div>";
    out_ += "<dl class=\"facts\">";
    fact("When", h.when);
    fact("Where", h.where + (h.made_point ? " (area; its point is made from its towns)" : ""));
    fact("By", h.actors);
    fact("Against", h.recipients);
    fact("With", h.weapon);
    fact("Reported by", list_words(h.outlets));
    out_ += "</dl>";
    if (!h.denials.empty()) write_lines("Denied", lead ? first(h.denials) : h.denials, true);
    if (lead) out_ += "</div>", write_glance(h), out_ += "</div>";
    for (const Figure& figure : h.figures) write_figure(figure);
    write_lines("Who says what", h.claims, false);
    if (!h.reasons.empty()) write_reasons(h.reasons);
    out_ += "</article>\n";
  }

  // The first screen's right side: one line a figure with who says so.
  void write_glance(const Happening& h) {
    out_ += "<div><ul class=\"toll\">";
    for (std::size_t i = 0; i < h.figures.size() && i < kGlance; ++i) {
      const Figure& figure = h.figures[i];
      put("<li><span class=\"number\">{}</span> {}{}", escape_html(figure.range), escape_html(figure.what),
          figure.best.empty() || figure.low == figure.high ? ""
                                                           : " <span class=\"soft\">(best " + figure.best + ")</span>");
      std::string holders;
      for (const Stand& stand : figure.stands)
        holders += fmt::format("{}{}: {}{}", holders.empty() ? "" : "; ", escape_html(stand.value),
                               escape_html(list_words(stand.held_by)), refs(stand.claims));
      put("<br><span class=\"soft\">{}</span></li>", holders);
    }
    out_ += "</ul></div>";
  }

  static std::vector<ClaimId> first(const std::vector<ClaimId>& ids) {
    return {ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), kGlance))};
  }

  // One line a claim: speaker, quotation, reference.
  void write_lines(std::string_view title, const std::vector<ClaimId>& claims, bool deny) {
    put("<h4>{}</h4><ul class=\"stands{}\">", title, deny ? " deny" : "");
    for (const ClaimId& id : claims)
      if (const std::size_t n = references_.of(id)) {
        const Quotation& q = s_.quotations[n - 1];
        put("<li><span class=\"value\">{}</span>: “{}”{}</li>", escape_html(q.chain), escape_html(q.quote), refs({id}));
      }
    out_ += "</ul>";
  }

  void write_reasons(const std::vector<claims::Reason>& reasons) {
    out_ += "<details><summary>Why these claims are one event</summary><ul>";
    for (const claims::Reason& reason : reasons)
      put("<li>{}{}</li>", escape_html(reason.rule), reason.input.empty() ? "" : ": " + escape_html(reason.input));
    out_ += "</ul></details>";
  }

  void write_chapter(const Chapter& chapter) {
    const bool first = &chapter == s_.chapters.data();
    put("<h2{}>{}</h2>\n", first ? " id=\"events\"" : "", escape_html(first ? "What happened" : chapter.title));
    if (!chapter.period.empty() && chapter.documents)
      put("<p class=\"soft\">{}{} · {}</p>\n", first ? escape_html(chapter.title) + " · " : "",
          escape_html(chapter.period), count_words(chapter.documents, "report", "reports"));
    const std::vector<Happening>& all = chapter.happenings;
    for (std::size_t i = 0; i < all.size() && i < kCards; ++i) {
      if (i == 1) out_ += "<div class=\"grid\">\n";
      write_happening(all[i], i == 0);
    }
    if (all.size() > 1) out_ += "</div>\n";
    if (all.size() > kCards) write_other_happenings(all);
  }

  void write_other_happenings(const std::vector<Happening>& all) {
    put("<h3>{} of this story</h3><div "
        "class=\"scroll\"><table><tr><th>When</th><th>What</th><th>Where</th><th>Figures</th><th>Quotations</th></tr>",
        count_words(all.size() - kCards, "more event", "more events"));
    for (std::size_t i = kCards; i < all.size(); ++i) {
      const Happening& h = all[i];
      std::string figures;
      for (const Figure& figure : h.figures)
        figures += (figures.empty() ? "" : "; ") + figure.range + " " + figure.what;
      put("<tr id=\"{}\"><td class=\"when\">{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
          escape_html(h.event.value), escape_html(h.when), escape_html(h.label), escape_html(h.where),
          escape_html(figures), refs(h.claims));
    }
    out_ += "</table></div>\n";
  }

  void write_quarrels() {
    if (s_.quarrels.empty()) return;
    out_ += "<h2 id=\"disputes\">Where the reports differ</h2>\n";
    for (const Quarrel& quarrel : s_.quarrels) {
      put("<article class=\"card\" id=\"{}\"><h3>{}</h3><span class=\"tag {}\">{}</span><div class=\"sides\">",
          escape_html(quarrel.dispute.value), escape_html(quarrel.question), escape_html(quarrel.kind),
          escape_html(quarrel.kind));
      for (const Stand& stand : quarrel.stands)
        put("<div><span class=\"value\">{}</span><br><span class=\"soft\">{}</span>{}</div>", escape_html(stand.value),
            escape_html(list_words(stand.held_by)), refs(stand.claims));
      out_ += "</div>";
      if (!quarrel.verdict.empty()) put("<p>{}</p>", escape_html(quarrel.verdict));
      out_ += "</article>\n";
    }
  }

  void write_timeline() {
    out_ +=
        "<h2 id=\"timeline\">Timeline</h2>\n<div "
        "class=\"scroll\"><table><tr><th>When</th><th>What</th><th>Quotations</th></tr>\n";
    for (const TimelineRow& row : s_.timeline) {
      const std::string label = escape_html(row.label);
      put("<tr><td class=\"when\">{}</td><td>{}</td><td>{}</td></tr>\n", escape_html(row.when),
          row.event.empty() ? label : fmt::format("<a href=\"#{}\">{}</a>", escape_html(row.event.value), label),
          refs(row.claims));
    }
    out_ += "</table></div>\n";
  }

  void write_loose() {
    if (s_.loose.empty()) return;
    out_ += "<h2 id=\"running\">Running figures</h2>\n<div class=\"grid\">\n";
    for (const Figure& figure : s_.loose) {
      out_ += "<div class=\"card\">";
      write_figure(figure);
      out_ += "</div>\n";
    }
    out_ += "</div>\n";
  }

  void write_mechanisms() {
    if (s_.mechanisms.empty()) return;
    out_ += "<h2 id=\"mechanisms\">Mechanisms</h2>\n";
    for (const MechanismPart& part : s_.mechanisms) {
      put("<h3>{}</h3><div class=\"scroll\"><table><tr><th>Said by</th><th>When</th><th>What is "
          "recorded</th><th></th></tr>\n",
          escape_html(capitalised(part.family)));
      for (const MechanismRow& row : part.rows) {
        std::string fields;
        for (const auto& [name, value] : row.fields)
          fields += fmt::format("{}<span class=\"soft\">{}:</span> {}", fields.empty() ? "" : "; ", escape_html(name),
                                escape_html(value));
        put("<tr><td>{}</td><td class=\"when\">{}</td><td>{}</td><td>{}</td></tr>\n", escape_html(row.holder),
            escape_html(row.when), fields, refs({row.claim}));
      }
      out_ += "</table></div>\n";
    }
  }

  void write_origins() {
    out_ +=
        "<h2 id=\"origins\">Independent origins</h2>\n<div "
        "class=\"scroll\"><table><tr><th>Origin</th><th>Kind</th><th>Also called</th>"
        "<th>Reports</th><th>Claims</th></tr>\n";
    for (const OriginRow& row : s_.origin_rows)
      put("<tr id=\"{}\"><td>{}</td><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n",
          escape_html(row.origin.value), escape_html(row.name), escape_html(row.kind),
          escape_html(list_words(row.aliases)), row.documents, row.claims);
    out_ += "</table></div>\n";
  }

  void write_documents() {
    out_ +=
        "<h2 id=\"reports\">Reports read</h2>\n<div "
        "class=\"scroll\"><table><tr><th>Outlet</th><th>Title</th><th>Published</th><th>Agencies</th>"
        "<th>Claims</th><th>Copy</th><th>File</th></tr>\n";
    for (const DocumentRow& row : s_.document_rows)
      put("<tr id=\"{}\"><td>{}</td><td>{}</td><td class=\"when\">{}</td><td>{}</td><td "
          "class=\"n\">{}</td><td>{}</td><td>{}</td></tr>\n",
          escape_html(row.id.value), escape_html(row.outlet), escape_html(row.title), escape_html(row.published),
          escape_html(list_words(row.agencies)), row.claims, escape_html(row.copy), escape_html(row.path));
    for (const store::Failure& failure : s_.failures)
      put("<tr><td colspan=\"6\" class=\"deny\">Not read: {}</td><td>{}</td></tr>\n", escape_html(failure.message),
          escape_html(failure.path));
    out_ += "</table></div>\n";
  }

  // The quote with its figures set off.
  static std::string marked(const Quotation& q) {
    std::string out;
    std::string_view rest = q.quote;
    for (const std::string& figure : q.figures) {
      const std::size_t at = figure.empty() ? std::string_view::npos : rest.find(figure);
      if (at == std::string_view::npos) continue;
      out += escape_html(rest.substr(0, at)) + "<b>" + escape_html(figure) + "</b>";
      rest.remove_prefix(at + figure.size());
    }
    return out + escape_html(rest);
  }

  void write_quotations() {
    out_ +=
        "<h2 id=\"quotations\">Quotations</h2>\n<p class=\"soft\">Offsets are bytes of the report’s text as it was "
        "read.</p>\n";
    const DocumentId* current = nullptr;
    for (std::size_t i = 0; i < s_.quotations.size(); ++i) {
      const Quotation& q = s_.quotations[i];
      if (!current || *current != q.document) {
        const std::string name = q.title.empty() ? q.path : q.title;
        put("<h3><a href=\"#{}\">{}</a></h3>\n", escape_html(q.document.value),
            escape_html(q.outlet.empty() ? name : q.outlet + ": " + name));
      }
      current = &q.document;
      put("<figure class=\"quote\" id=\"{}\"><blockquote><span class=\"context\">{}</span><mark>{}</mark><span "
          "class=\"context\">{}</span></blockquote>"
          "<figcaption>[{}] {}{} · bytes {}–{} · {}</figcaption></figure>\n",
          escape_html(q.claim.value), escape_html(q.before), marked(q), escape_html(q.after), i + 1,
          escape_html(q.chain), q.said.empty() ? "" : " · <span class=\"tag " + q.said + "\">" + q.said + "</span>",
          q.span.begin, q.span.end, escape_html(q.claim.value));
    }
  }

  void foot() {
    out_ +=
        "<footer class=\"page\"><p>A range is the range of reports, never a confidence interval. An origin is the "
        "first "
        "speaker behind a claim: copies of one wire count once. Place names and coordinates: GeoNames, CC BY 4.0.</p>"
        "</footer>\n</body>\n</html>\n";
  }

  const Situation& s_;
  References references_;
  std::string out_;
};

}  // namespace

std::string to_html(const Situation& situation) { return Page(situation).write(); }

}  // namespace rashomon::publish

#include <fmt/format.h>

#include "publish/html.hpp"
#include "publish/references.hpp"
#include "publish/report_formats.hpp"
#include "publish/words.hpp"

namespace rashomon::publish {
namespace {

constexpr std::size_t kMostRefs = 6;

class Sheet {
 public:
  explicit Sheet(const Situation& situation) : s_(situation), references_(situation.quotations) {}

  std::string write() {
    put("# {}\n\n", md(s_.title));
    put("{}{}, {}, {}, {}, {}, {}\n", s_.period.empty() ? "" : "Published " + s_.period + ": ",
        count_words(s_.documents, "report", "reports"), count_words(s_.outlets, "outlet", "outlets"),
        count_words(s_.claims, "claim", "claims"), count_words(s_.events, "event", "events"),
        count_words(s_.origins, "independent origin", "independent origins"),
        count_words(s_.disputes, "dispute", "disputes"));
    for (const Chapter& chapter : s_.chapters) write_chapter(chapter);
    if (s_.chapters.empty()) out_ += "\n## What happened\n\nNo events were found in these reports.\n";
    write_quarrels();
    write_timeline();
    if (!s_.loose.empty()) out_ += "\n## Running figures\n\n";
    for (const Figure& figure : s_.loose) write_figure(figure);
    write_mechanisms();
    write_origins();
    write_documents();
    write_quotations();
    return std::move(out_);
  }

 private:
  static std::string md(std::string_view text) { return escape_markdown(text); }

  template <class... Args>
  void put(fmt::format_string<Args...> form, Args&&... args) {
    out_ += fmt::format(form, std::forward<Args>(args)...);
  }

  std::string refs(const std::vector<ClaimId>& claims) const {
    std::string out;
    std::size_t shown = 0;
    for (const ClaimId& id : claims)
      if (const std::size_t n = references_.of(id); n && shown++ < kMostRefs)
        out += fmt::format(" [[{}]](#{})", n, id.value);
    if (shown > kMostRefs) out += fmt::format(" and {} more", shown - kMostRefs);
    return out;
  }

  void write_figure(const Figure& figure) {
    put("- **{}** {}{} ({}{})\n", md(figure.range), md(figure.what),
        figure.scope.empty() ? "" : ", " + md(figure.scope), count_words(figure.origins, "origin", "origins"),
        figure.status.empty() ? "" : "; " + md(figure.status));
    for (const Stand& stand : figure.stands)
      put("  - {}: {}{}\n", md(stand.value), md(list_words(stand.held_by)), refs(stand.claims));
    if (!figure.rule.empty()) put("  - How: {}\n", md(figure.rule));
  }

  void fact(std::string_view name, const std::string& value) {
    if (!value.empty()) put("- {}: {}\n", name, md(value));
  }

  void write_lines(std::string_view title, const std::vector<ClaimId>& claims) {
    put("- {}:\n", title);
    for (const ClaimId& id : claims)
      if (const std::size_t n = references_.of(id))
        put("  - {}: “{}”{}\n", md(s_.quotations[n - 1].chain), md(s_.quotations[n - 1].quote), refs({id}));
  }

  void write_chapter(const Chapter& chapter) {
    const bool first = &chapter == s_.chapters.data();
    put("\n## {}\n", first ? "What happened" : md(chapter.title));
    for (const Happening& h : chapter.happenings) {
      put("\n### <a id=\"{}\"></a>{}\n\n", h.event.value, md(h.label));
      fact("When", h.when);
      fact("Where", h.where);
      fact("By", h.actors);
      fact("Against", h.recipients);
      fact("With", h.weapon);
      fact("Status", h.status);
      fact("Reported by", list_words(h.outlets));
      for (const Figure& figure : h.figures) write_figure(figure);
      if (!h.denials.empty()) write_lines("Denied", h.denials);
      write_lines("Who says what", h.claims);
    }
  }

  void write_quarrels() {
    if (s_.quarrels.empty()) return;
    out_ += "\n## Where the reports differ\n";
    for (const Quarrel& quarrel : s_.quarrels) {
      put("\n### <a id=\"{}\"></a>{} ({})\n\n| position | held by | quotations |\n|---|---|---|\n",
          quarrel.dispute.value, md(quarrel.question), md(quarrel.kind));
      for (const Stand& stand : quarrel.stands)
        put("| {} | {} | {} |\n", md(stand.value), md(list_words(stand.held_by)), refs(stand.claims));
      if (!quarrel.verdict.empty()) put("\n{}\n", md(quarrel.verdict));
    }
  }

  void write_timeline() {
    out_ += "\n## Timeline\n\n| when | what | quotations |\n|---|---|---|\n";
    for (const TimelineRow& row : s_.timeline)
      put("| {} | {} | {} |\n", md(row.when),
          row.event.empty() ? md(row.label) : fmt::format("[{}](#{})", md(row.label), row.event.value),
          refs(row.claims));
  }

  void write_mechanisms() {
    if (s_.mechanisms.empty()) return;
    out_ += "\n## Mechanisms\n";
    for (const MechanismPart& part : s_.mechanisms) {
      put("\n### {}\n\n| said by | when | what is recorded | quotation |\n|---|---|---|---|\n",
          md(capitalised(part.family)));
      for (const MechanismRow& row : part.rows) {
        std::string fields;
        for (const auto& [name, value] : row.fields)
          fields += (fields.empty() ? "" : "; ") + md(name) + ": " + md(value);
        put("| {} | {} | {} | {} |\n", md(row.holder), md(row.when), fields, refs({row.claim}));
      }
    }
  }

  void write_origins() {
    out_ += "\n## Independent origins\n\n| origin | kind | also called | reports | claims |\n|---|---|---|---:|---:|\n";
    for (const OriginRow& row : s_.origin_rows)
      put("| {} | {} | {} | {} | {} |\n", md(row.name), md(row.kind), md(list_words(row.aliases)), row.documents,
          row.claims);
  }

  void write_documents() {
    out_ +=
        "\n## Reports read\n\n| outlet | title | published | agencies | claims | copy | file "
        "|\n|---|---|---|---|---:|---|---|\n";
    for (const DocumentRow& row : s_.document_rows)
      put("| {} | {} | {} | {} | {} | {} | {} |\n", md(row.outlet), md(row.title), md(row.published),
          md(list_words(row.agencies)), row.claims, md(row.copy), md(row.path));
    for (const store::Failure& failure : s_.failures) put("\nNot read: {}\n", md(failure.message));
  }

  void write_quotations() {
    out_ += "\n## Quotations\n\nOffsets are bytes of the report’s text as it was read.\n";
    for (std::size_t i = 0; i < s_.quotations.size(); ++i) {
      const Quotation& q = s_.quotations[i];
      put("\n<a id=\"{}\"></a>**[{}]** {}**{}**{}  \n{}{}{}, bytes {}–{}, {}\n", q.claim.value, i + 1, md(q.before),
          md(q.quote), md(q.after), md(q.chain), q.said.empty() ? "" : " (" + q.said + ")",
          q.title.empty() ? "" : ", “" + md(q.title) + "”", q.span.begin, q.span.end, q.claim.value);
    }
    out_ += "\nA range is the range of reports, never a confidence interval. Place names: GeoNames, CC BY 4.0.\n";
  }

  const Situation& s_;
  References references_;
  std::string out_;
};

}  // namespace

std::string to_markdown(const Situation& situation) { return Sheet(situation).write(); }

}  // namespace rashomon::publish

#include "ingest/article.hpp"

#include <algorithm>

#include "ingest/chars.hpp"
#include "ingest/credits.hpp"
#include "ingest/dateline.hpp"
#include "ingest/identify.hpp"
#include "ingest/language_guess.hpp"
#include "ingest/paragraphs.hpp"
#include "ingest/published.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr std::size_t kDatelineBlocks = 12;  // a dateline stands at the head

void add_all(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& each : from)
    if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
}

void name_outlet(Document& d, const Findings& findings) {
  const bool given = !d.outlet.empty();  // stays as its giver wrote it
  const Outlet* known = find_outlet_of_url(d.url);
  if (d.outlet.empty() && known) d.outlet = known->name;
  if (d.outlet.empty()) d.outlet = findings.outlet;
  if (!known && !d.outlet.empty()) known = find_outlet(d.outlet);
  if (known) d.outlet_country = known->country, d.outlet_kind = known->kind;
  if (known && !given && find_outlet(d.outlet) == known) d.outlet = known->name;
  if (const Agency* agency = find_agency(d.outlet)) {
    add_all(d.agencies, {std::string(agency->name)});
    if (d.outlet_country.empty()) d.outlet_country = agency->country;
    if (d.outlet_kind.empty()) d.outlet_kind = "agency";
  } else if (is_agency_name(d.outlet)) {
    add_all(d.agencies, {d.outlet});
  }
}

}  // namespace

void cut_seams(Document& d, Findings& findings) {
  std::vector<Block> out;
  for (Block block : d.blocks) {
    if (block.kind != BlockKind::paragraph) {
      out.push_back(std::move(block));
      continue;
    }
    std::optional<Tail> tail;
    std::vector<Block> ends;
    while (!block.span.empty() && (tail = find_tail(d.text, block.span))) {
      add_all(d.agencies, tail->credit.agencies);
      if (findings.outlet.empty() || tail->reason == "end mark")
        findings.outlet = tail->credit.outlet.empty() ? findings.outlet : tail->credit.outlet;
      ends.push_back({trimmed(d.text, tail->span), tail->kind, std::string(tail->reason)});
      block.span = trimmed(d.text, {block.span.begin, tail->span.begin});
    }
    if (!block.span.empty())
      for (const Span part : cut_glued(d.text, block.span)) out.push_back({part, block.kind, block.reason});
    out.insert(out.end(), ends.rbegin(), ends.rend());
  }
  d.blocks = std::move(out);
}

void cut_dateline(Document& d) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < d.blocks.size() && seen < kDatelineBlocks; ++i) {
    if (d.blocks[i].kind != BlockKind::paragraph) continue;
    ++seen;
    const auto found = find_dateline(d.text, d.blocks[i].span);
    if (!found) continue;
    Dateline dateline{std::string(slice(d.text, found->place)), std::nullopt, found->span};
    if (found->date && found->date->year > 0) dateline.date = found->date->date();
    if (found->date && found->date->year == 0 && d.published.range.start)
      if (const auto date = make_date(d.published.range.start->year(), found->date->month, found->date->day))
        dateline.date = date;
    d.dateline = dateline;
    add_all(d.agencies, found->agencies);
    const Span rest = trimmed(d.text, {found->span.end, d.blocks[i].span.end});
    d.blocks[i].span.begin = rest.begin;
    d.blocks.insert(d.blocks.begin() + static_cast<std::ptrdiff_t>(i),
                    Block{found->span, BlockKind::credit, "dateline"});
    return;
  }
}

void complete(Document& d, const Findings& findings, const Options& options) {
  if (d.published.range.empty()) d.published = published_of_text(d, findings.date_line);
  if (options.published && (d.published.range.empty() || d.published.range.start != d.published.range.end)) {
    const bool fits = d.published.range.empty() ||
                      (*d.published.range.start <= *options.published && *options.published <= *d.published.range.end);
    if (fits) d.published = {{options.published, options.published}, "given"};
  }
  if (d.published.range.empty() && findings.captured) d.published = {{std::nullopt, findings.captured}, "captured"};
  name_outlet(d, findings);
  std::string read;
  for (const Block& block : d.blocks)
    if (is_read(block.kind) && read.size() < 20000) read.append(slice(d.text, block.span)).push_back('\n');
  if (const std::string guess = guess_language(read); !guess.empty()) d.language = guess;
  if (!d.language.empty() && d.language != "en")
    d.warnings.push_back("The language is " + d.language + "; only English is read for claims.");
  if (d.id.empty()) d.id = content_id_of(d);
}

}  // namespace rashomon::ingest

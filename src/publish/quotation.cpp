#include "publish/quotation.hpp"

#include <algorithm>

#include "publish/words.hpp"

namespace rashomon::publish {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

// The part of the text that may be shown around `span`: its block, or the whole text where no block holds it.
Span surroundings(const ingest::Document& document, Span span) {
  for (const ingest::Block& block : document.blocks)
    if (block.span.contains(span)) return block.span;
  return {0, static_cast<std::uint32_t>(document.text.size())};
}

// Runs of white space as one space; ends keep theirs.
std::string collapse(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (!is_space(c)) out += c;
    else if (out.empty() || out.back() != ' ') out += ' ';
  }
  return out;
}

std::string trim_front(std::string text) { return text.substr(text.starts_with(' ') ? 1 : 0); }
std::string trim_back(std::string text) {
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

// The last `reach` bytes of `text`, begun after a space; "…" says that something was cut.
std::string tail_of(std::string_view text, std::size_t reach) {
  if (text.size() <= reach) return trim_front(collapse(text));
  std::size_t at = text.size() - reach;
  while (at < text.size() && !is_space(text[at])) ++at;
  return "… " + trim_front(collapse(text.substr(at)));
}

std::string head_of(std::string_view text, std::size_t reach) {
  if (text.size() <= reach) return trim_back(collapse(text));
  std::size_t at = reach;
  while (at > 0 && !is_space(text[at])) --at;
  return trim_back(collapse(text.substr(0, at))) + " …";
}

std::string said_words(const claims::Claim& claim) {
  if (claim.polarity == claims::Polarity::denies) return "denies";
  return claim.modality == claims::Modality::actual ? "" : std::string(name_of(claim.modality));
}

}  // namespace

std::string fold_space(std::string_view text) { return trim_front(trim_back(collapse(text))); }

Quotation quote_claim(const ingest::Document& document, const claims::Claim& claim, std::size_t reach) {
  const std::string_view text = document.text;
  const auto size = static_cast<std::uint32_t>(text.size());
  const Span span{std::min(claim.span.begin, size), std::min(std::max(claim.span.begin, claim.span.end), size)};
  const Span around = surroundings(document, span);
  Quotation q;
  q.claim = claim.id;
  q.document = document.id;
  q.span = span;
  q.before = tail_of(slice(text, {around.begin, span.begin}), reach);
  q.quote = fold_space(slice(text, span));
  q.after = head_of(slice(text, {span.end, around.end}), reach);
  for (const mentions::Quantity& quantity : claim.quantities) q.figures.push_back(fold_space(quantity.text));
  q.chain = chain_words(claim);
  q.said = said_words(claim);
  q.outlet = document.outlet;
  q.title = document.title;
  q.path = document.path;
  q.published = document.published.range.empty() ? "" : date_words(document.published.range, 1);
  return q;
}

}  // namespace rashomon::publish

#include <cstdio>

#include "app/pipeline.hpp"
#include "fuzz/properties.hpp"

namespace {

using namespace rashomon;

const app::Models& models() {
  static const auto opened = app::open_models(data_directory(), {});
  if (!opened) {
    std::fprintf(stderr, "skipped: %s\n", opened.error().message.c_str());
    std::exit(77);
  }
  return *opened;
}

void check_parse(std::string_view text, const language::Parse& parse) {
  std::uint32_t end = 0;
  for (const language::Token& token : parse.tokens) {
    fuzz::check_span(text, token.span);
    RASHOMON_CHECK(token.span.begin >= end && token.head < parse.tokens.size());
    end = token.span.end;
  }
}

void check_claim(const std::string& text, const claims::Claim& claim) {
  fuzz::check_span(text, claim.span);
  RASHOMON_CHECK(slice(text, claim.span) == claim.quote);
  for (const auto& speaker : claim.speakers) fuzz::check_span(text, speaker.span);
  for (const auto& quantity : claim.quantities) fuzz::check_span(text, quantity.span);
  RASHOMON_CHECK(store::read_claim(store::claim_json(claim)).has_value());
}

}  // namespace

// Any text through language, mentions, claims and reconcile: spans lie in the text, quotations are the text's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto document = ingest::read_text(fuzz::bytes_of(data, size), {});
  if (!document) return 0;
  document->language = "en";
  const auto read = app::read_document(std::move(*document), models(), {});
  if (!read) return 0;
  const app::Reading& reading = *read;
  const std::string& text = reading.analysis.document.text;
  check_parse(text, reading.analysis.parse);
  for (const auto& time : reading.analysis.mentions.times) fuzz::check_span(text, time.span);
  for (const auto& place : reading.analysis.mentions.places) fuzz::check_span(text, place.span);
  for (const auto& actor : reading.analysis.mentions.actors) fuzz::check_span(text, actor.span);
  for (const auto& quantity : reading.analysis.mentions.quantities) fuzz::check_span(text, quantity.span);
  for (const auto& claim : reading.claims) check_claim(text, claim);
  std::vector<reconcile::Report> reports = {{reading.analysis.document, reading.claims}};
  static_cast<void>(reconcile::reconcile(reports));
  return 0;
}

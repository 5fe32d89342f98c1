#include "fuzz/properties.hpp"

namespace {

// A row that is taken reads the same once it was written: nothing is lost on the way through a record.
template <class Read, class Write>
void round_trip(std::string_view json, Read read, Write write) {
  const auto value = read(json);
  if (!value) return;
  const std::string once = write(*value);
  const auto again = read(once);
  RASHOMON_CHECK(again && write(*again) == once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rashomon::store;
  const std::string_view json = rashomon::fuzz::bytes_of(data, size);
  round_trip(json, read_document, document_json);
  round_trip(json, read_mentions, mentions_json);
  round_trip(json, read_claim, claim_json);
  round_trip(json, read_event, event_json);
  round_trip(json, read_tally, tally_json);
  round_trip(json, read_dispute, dispute_json);
  round_trip(json, read_origin, origin_json);
  round_trip(json, read_story, story_json);
  round_trip(json, read_timeline, timeline_json);
  return 0;
}

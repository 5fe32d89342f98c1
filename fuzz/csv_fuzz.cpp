#include <algorithm>
#include <utility>
#include <vector>

#include "fuzz/properties.hpp"
#include "ingest/csv_reports.hpp"
#include "ingest/row_stream.hpp"

namespace {

using namespace rashomon;

/// Gives its bytes some at a time.
class Slow : public unpack::Source {
 public:
  explicit Slow(std::string_view bytes) : bytes_(bytes) {}

 private:
  std::size_t read(char* to, std::size_t room) override {
    const std::size_t n = std::min({room, bytes_.size(), std::size_t{7}});
    std::copy_n(bytes_.data(), n, to);
    bytes_.remove_prefix(n);
    return n;
  }
  std::string_view bytes_;
};

std::vector<std::pair<std::size_t, bool>> rows_of(unpack::Source& source) {
  std::vector<std::pair<std::size_t, bool>> out;
  ingest::RowStream rows(source, ',', 1);
  while (auto row = rows.next()) out.emplace_back(row->first, row->second.has_value());
  return out;
}

}  // namespace

// Tables of reports: the rows of a stream are those of the whole table.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::bytes_of(data, size);
  static_cast<void>(ingest::looks_like_csv(bytes));
  unpack::MemorySource whole(bytes), again(bytes);
  Slow slow(bytes);
  RASHOMON_CHECK(rows_of(whole) == rows_of(slow));
  static_cast<void>(ingest::read_csv(again, {}, [](std::size_t, Result<ingest::Document>&& document) {
                      if (document) fuzz::check_document(*document);
                      return true;
                    }).has_value());
  return 0;
}

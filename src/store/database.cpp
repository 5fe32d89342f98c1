#include "store/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace rashomon::store {
namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

int flags_of(Database::Mode mode) {
  switch (mode) {
    case Database::Mode::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Database::Mode::write: return SQLITE_OPEN_READWRITE;
    case Database::Mode::read: return SQLITE_OPEN_READONLY;
  }
  return SQLITE_OPEN_READONLY;
}

}  // namespace

std::string_view Row::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(size));
}

std::int64_t Row::integer(int column) const { return sqlite3_column_int64(statement_, column); }

void Database::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

Result<Database> Database::open(const std::string& path, Mode mode) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags_of(mode), nullptr);
  Database database;
  database.db_.reset(raw);
  database.path_ = path;
  if (code != SQLITE_OK) return tl::unexpected(database.refused());
  sqlite3_busy_timeout(raw, 10000);
  return database;
}

Error Database::refused() const {
  const int code = sqlite3_errcode(db_.get());
  const bool alien = code == SQLITE_NOTADB || code == SQLITE_CORRUPT || code == SQLITE_CANTOPEN;
  return {alien ? ErrorCode::record_unreadable : ErrorCode::record_failed,
          fmt::format("{}: {}", path_, db_ ? sqlite3_errmsg(db_.get()) : "out of memory"),
          {}};
}

Result<void> Database::execute(std::string_view sql) {
  if (sqlite3_exec(db_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return tl::unexpected(refused());
  return {};
}

Result<void> Database::query(std::string_view sql, const std::vector<std::string_view>& parameters,
                             const std::function<void(const Row&)>& take) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(db_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr) != SQLITE_OK)
    return tl::unexpected(refused());
  const Statement statement(raw);
  for (std::size_t i = 0; i < parameters.size(); ++i)
    if (sqlite3_bind_text64(raw, static_cast<int>(i) + 1, parameters[i].data(), parameters[i].size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8) != SQLITE_OK)
      return tl::unexpected(refused());
  int step = sqlite3_step(raw);
  for (; step == SQLITE_ROW; step = sqlite3_step(raw))
    if (take) take(Row(raw));
  if (step != SQLITE_DONE) return tl::unexpected(refused());
  return {};
}

Result<void> Database::transaction(const std::function<Result<void>()>& work) {
  if (auto begun = execute("BEGIN IMMEDIATE"); !begun) return begun;
  auto done = work();
  if (done) done = execute("COMMIT");
  if (!done) static_cast<void>(execute("ROLLBACK").has_value());
  return done;
}

}  // namespace rashomon::store

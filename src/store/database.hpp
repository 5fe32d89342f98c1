#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace rashomon::store {

/// A row of a query's result: columns by number, from 0.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;

 private:
  sqlite3_stmt* statement_;
};

/// One SQLite connection. Every error names the file.
class Database {
 public:
  enum class Mode { create, write, read };
  [[nodiscard]] static Result<Database> open(const std::string& path, Mode mode);

  /// Runs one or more statements without parameters.
  [[nodiscard]] Result<void> execute(std::string_view sql);
  /// Runs one statement with text parameters ?1, ?2, …, handing each row to `take`.
  [[nodiscard]] Result<void> query(std::string_view sql, const std::vector<std::string_view>& parameters,
                                   const std::function<void(const Row&)>& take = {});
  /// Runs `work` in one transaction: committed if it succeeds, rolled back if not.
  [[nodiscard]] Result<void> transaction(const std::function<Result<void>()>& work);

 private:
  [[nodiscard]] Error refused() const;
  struct Close {
    void operator()(sqlite3* db) const;
  };
  std::unique_ptr<sqlite3, Close> db_;
  std::string path_;
};

}  // namespace rashomon::store

#pragma once

#include <string>

#include "core/result.hpp"
#include "store/database.hpp"

/// The file of a record: its schema, versioned by PRAGMA user_version, and its migrations (data/store/schema_N.sql).
namespace rashomon::store {

/// Opens the file and brings it to this program's schema; makes it, complete or not at all, where it is not there.
/// Errors: record_unreadable, record_version, record_failed.
[[nodiscard]] Result<Database> open_to_write(const std::string& path);

/// Opens an existing file of this program's schema without the right to change it.
[[nodiscard]] Result<Database> open_to_read(const std::string& path);

}  // namespace rashomon::store

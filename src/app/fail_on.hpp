#pragma once

#include <string>

#include "core/result.hpp"
#include "store/store.hpp"

namespace rashomon::app {

/// Errors: usage for a word that is no kind of dispute; empty and "any" are fine.
[[nodiscard]] Result<void> check_kinds(const std::string& kinds);

/// Whether the record holds a dispute of one of `kinds`: "any", or names of kinds parted by commas.
/// Errors: usage for an unknown kind; the record's.
[[nodiscard]] Result<bool> has_dispute(const store::Record& record, const std::string& kinds);

}  // namespace rashomon::app

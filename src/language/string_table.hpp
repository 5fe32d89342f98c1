#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model_file.hpp"
#include "core/result.hpp"

namespace rashomon::language {

/// A list of strings in a section of a model file: u32 count, count + 1 u32 offsets, the bytes.
[[nodiscard]] std::string pack_strings(const std::vector<std::string>& strings);

/// The strings of section `name`, each valid UTF-8; the views live as long as `model`. Errors: damaged_model.
[[nodiscard]] Result<std::vector<std::string_view>> read_strings(const ModelFile& model, std::string_view name);

/// An array of a trivially copyable type as the bytes of a section.
template <class T>
[[nodiscard]] std::string pack_array(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace rashomon::language

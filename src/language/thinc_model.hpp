#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/mapped_file.hpp"
#include "core/result.hpp"
#include "language/msgpack.hpp"

namespace rashomon::language {

/// A parameter array of a network: 32-bit floats in C order.
struct ThincArray {
  std::vector<std::size_t> shape;
  std::vector<float> values;
};

/// One layer that has parameters.
struct ThincLayer {
  std::string name;                                        ///< "maxout", "layernorm", "linear", …
  std::vector<std::pair<std::string, ThincArray>> params;  ///< "W", "b", "G", "E", "pad"
  std::uint64_t seed = 0;                                  ///< of a hashembed layer

  /// nullptr where the layer has no such array or it has another shape.
  [[nodiscard]] const std::vector<float>* array(std::string_view param, const std::vector<std::size_t>& shape) const;
};

/// The parameters of a thinc model file (`parser/model`), layers in breadth-first order from the root.
struct ThincModel {
  std::string path;
  std::vector<ThincLayer> layers;
  std::vector<std::string> columns;  ///< of extract_features

  [[nodiscard]] std::vector<const ThincLayer*> named(std::string_view name) const;
};

/// Errors: missing_model if the file cannot be read, malformed_input if it is no thinc model.
/// Reference: thinc 8.3, Model.to_bytes.
[[nodiscard]] Result<ThincModel> read_thinc_model(const std::string& path);

}  // namespace rashomon::language

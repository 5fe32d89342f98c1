#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "core/model_file.hpp"
#include "language/layout.hpp"

namespace rashomon::language {

/// A model file of these sections, for tests.
inline ModelFile model_of(const std::vector<ModelSection>& sections) {
  const std::string path = testing::TempDir() + "rashomon-language-" + std::to_string(::getpid()) + ".model";
  EXPECT_TRUE(write_model_file(path, {kModelKind, kModelVersion, "test", "CC0-1.0", {}}, sections).has_value());
  auto model = ModelFile::open(path, kModelKind, kModelVersion);
  std::remove(path.c_str());
  EXPECT_TRUE(model.has_value());
  return std::move(*model);
}

}  // namespace rashomon::language

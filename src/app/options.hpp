#pragma once

#include "app/arguments.hpp"
#include "app/pipeline.hpp"

namespace rashomon::app {

/// What the options say of reading: --published, --raw, --until, --threads, --memory, --kernels, --profile.
[[nodiscard]] PipelineOptions pipeline_options(const Arguments& arguments);

/// --data, else data_directory().
[[nodiscard]] std::string models_folder(const Arguments& arguments);

}  // namespace rashomon::app

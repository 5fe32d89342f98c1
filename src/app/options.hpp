#pragma once

#include "app/arguments.hpp"
#include "app/pipeline.hpp"

namespace rashomon::app {

/// What --published, --raw, --until, --profile and --threads say.
[[nodiscard]] PipelineOptions pipeline_options(const Arguments& arguments);

/// --data, else data_directory().
[[nodiscard]] std::string models_folder(const Arguments& arguments);

}  // namespace rashomon::app

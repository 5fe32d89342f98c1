#pragma once

#include <string_view>
#include <vector>

#include "app/pipeline.hpp"
#include "core/ids.hpp"

namespace rashomon::app {

/// "0.1.0"
[[nodiscard]] std::string_view program_version();

/// What reads: the program's version, SHA-256 of the models and of every table in the program, and the options that
/// change what is read.
[[nodiscard]] store::Manifest manifest_of(const Models& models, const PipelineOptions& options);

/// What the derived part of a record hangs on: the manifest and the documents. The option "derived" of a record's
/// manifest holds it once all is derived.
[[nodiscard]] std::string state_of(const store::Manifest& manifest, const std::vector<DocumentId>& documents);

}  // namespace rashomon::app

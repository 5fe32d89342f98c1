#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "app/pipeline.hpp"

namespace rashomon::app {

/// An input that was read, or the error that names it.
struct Outcome {
  std::string path;
  Result<Reading> reading = fail(ErrorCode::internal, "");
};

/// One run into a record: what the record has, what was met, and the first error of the record, which ends the run.
/// Nothing is written that is there already. Used by one thread.
class RecordRun {
 public:
  RecordRun(store::Record& record, store::Manifest manifest, const mentions::Profile* profile,
            const Listener& listener);

  [[nodiscard]] Result<void> begin();
  /// Whether the document is to be read: it is neither in the record nor met before. An id that another document of
  /// the record has gives way to a content address.
  [[nodiscard]] bool wants(ingest::Document& document);
  /// Adds a reading, or notes a failure. False if the record refuses.
  [[nodiscard]] bool take(Outcome&& outcome);
  /// Derives what the documents give, unless the record has just that already.
  [[nodiscard]] Result<Added> derive();
  [[nodiscard]] bool broken() const { return broken_.has_value(); }

 private:
  bool note(const store::Failure& failure);
  bool stop(const Error& error);

  store::Record& record_;
  store::Manifest manifest_;
  const mentions::Profile* profile_;
  const Listener& listener_;
  std::string state_;  ///< what the derived part of the record hangs on
  std::map<std::string, store::Failure> failures_;
  std::set<DocumentId> met_;
  Added added_;
  std::optional<Error> broken_;
};

}  // namespace rashomon::app

#include "app/record_run.hpp"

#include "app/manifest.hpp"
#include "ingest/identify.hpp"

namespace rashomon::app {
namespace {

constexpr std::string_view kDerived = "derived";

// Takes the state out of a manifest, so that the rest can be compared with that of this run.
std::string take_state(store::Manifest& manifest) {
  std::string state;
  std::erase_if(manifest.options, [&](const auto& option) {
    if (option.first == kDerived) state = option.second;
    return option.first == kDerived;
  });
  return state;
}

}  // namespace

RecordRun::RecordRun(store::Record& record, store::Manifest manifest, const mentions::Profile* profile,
                     const Listener& listener)
    : record_(record), manifest_(std::move(manifest)), profile_(profile), listener_(listener) {}

Result<void> RecordRun::begin() {
  auto stored = record_.manifest();
  if (!stored) return tl::unexpected(stored.error());
  state_ = take_state(*stored);
  auto failures = record_.failures();
  if (!failures) return tl::unexpected(failures.error());
  for (const store::Failure& failure : *failures) failures_.emplace(failure.path, failure);
  if (*stored == manifest_) return {};
  if (!stored->inputs.empty() &&
      (stored->inputs != manifest_.inputs || stored->program_version != manifest_.program_version))
    listener_.note(
        "the record was made with another version of the program or its models; what is in it keeps its "
        "claims: read into a new record to have all of it read alike");
  state_.clear();
  return record_.set_manifest(manifest_);
}

bool RecordRun::wants(ingest::Document& document) {
  if (broken_) return false;
  ++added_.found;
  const auto taken = record_.document(document.id);
  if (!taken) return stop(taken.error());
  if (*taken && ingest::content_id_of(**taken) == ingest::content_id_of(document)) return false;
  if (*taken) document.id = ingest::content_id_of(document);
  const auto there = record_.has(document.id);
  if (!there) return stop(there.error());
  return !*there && met_.insert(document.id).second;
}

bool RecordRun::take(Outcome&& outcome) {
  if (!outcome.reading) return note({outcome.path, outcome.reading.error().code, outcome.reading.error().message});
  const Reading& reading = *outcome.reading;
  if (auto done = record_.add(reading.analysis, reading.claims); !done) return stop(done.error());
  if (failures_.erase(outcome.path) > 0)
    if (auto done = record_.remove_failure(outcome.path); !done) return stop(done.error());
  ++added_.added;
  added_.claims += reading.claims.size();
  listener_.progress(added_);
  return true;
}

Result<Added> RecordRun::derive() {
  if (broken_) return tl::unexpected(*broken_);
  const auto ids = record_.document_ids();
  if (!ids) return tl::unexpected(ids.error());
  const std::string state = state_of(manifest_, *ids);
  if (state == state_) return added_;
  auto reports = record_.reports();
  if (!reports) return tl::unexpected(reports.error());
  const reconcile::Derived derived = reconcile::reconcile(*reports, profile_);
  if (auto done = record_.set_derived(derived, *reports); !done) return tl::unexpected(done.error());
  store::Manifest complete = manifest_;
  complete.options.emplace_back(kDerived, state);
  if (auto done = record_.set_manifest(complete); !done) return tl::unexpected(done.error());
  return added_;
}

bool RecordRun::note(const store::Failure& failure) {
  if (failure.code != ErrorCode::no_reports) ++added_.failed;
  listener_.failed(failure);
  const auto known = failures_.find(failure.path);
  if (known != failures_.end() && known->second == failure) return true;
  if (auto done = record_.add_failure(failure); !done) return stop(done.error());
  return true;
}

bool RecordRun::stop(const Error& error) {
  broken_ = error;
  return false;
}

}  // namespace rashomon::app

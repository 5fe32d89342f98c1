#include "publish/view.hpp"

#include <algorithm>

namespace rashomon::publish {
namespace {

using Index = std::map<std::string, std::size_t, std::less<>>;

template <class T>
Index index_of(const std::vector<T>& values) {
  Index index;
  for (std::size_t i = 0; i < values.size(); ++i) index.emplace(values[i].id.value, i);
  return index;
}

template <class T>
const T* look_up(const std::vector<T>& values, const Index& index, std::string_view id) {
  const auto it = index.find(id);
  return it == index.end() ? nullptr : &values[it->second];
}

}  // namespace

Result<View> View::load(const store::Record& record) {
  auto reports = record.reports();
  if (!reports) return tl::unexpected(reports.error());
  auto derived = record.derived();
  if (!derived) return tl::unexpected(derived.error());
  auto failures = record.failures();
  if (!failures) return tl::unexpected(failures.error());
  return View(std::move(*reports), std::move(*derived), std::move(*failures));
}

View::View(std::vector<reconcile::Report> reports, reconcile::Derived derived, std::vector<store::Failure> failures)
    : reports_(std::move(reports)), derived_(std::move(derived)), failures_(std::move(failures)) {
  index();
}

void View::index() {
  for (std::size_t r = 0; r < reports_.size(); ++r) {
    documents_.emplace(reports_[r].document.id.value, r);
    for (std::size_t c = 0; c < reports_[r].claims.size(); ++c) {
      const claims::Claim& claim = reports_[r].claims[c];
      claims_.emplace(claim.id.value, std::pair(r, c));
      if (claim.denies) denials_[claim.denies->value].push_back(claim.id.value);
    }
  }
  for (auto& [target, deniers] : denials_) std::sort(deniers.begin(), deniers.end());
  events_ = index_of(derived_.events);
  tallies_ = index_of(derived_.tallies);
  disputes_ = index_of(derived_.disputes);
  origins_ = index_of(derived_.origins);
}

const claims::Claim* View::claim(std::string_view id) const {
  const auto it = claims_.find(id);
  return it == claims_.end() ? nullptr : &reports_[it->second.first].claims[it->second.second];
}

const ingest::Document* View::document(std::string_view id) const {
  const auto it = documents_.find(id);
  return it == documents_.end() ? nullptr : &reports_[it->second].document;
}

const reconcile::Event* View::event(std::string_view id) const { return look_up(derived_.events, events_, id); }
const reconcile::Tally* View::tally(std::string_view id) const { return look_up(derived_.tallies, tallies_, id); }
const reconcile::Dispute* View::dispute(std::string_view id) const { return look_up(derived_.disputes, disputes_, id); }
const reconcile::Origin* View::origin(std::string_view id) const { return look_up(derived_.origins, origins_, id); }

std::vector<const claims::Claim*> View::claims(const std::vector<ClaimId>& ids) const {
  std::vector<const claims::Claim*> out;
  for (const ClaimId& id : ids)
    if (const claims::Claim* found = claim(id.value)) out.push_back(found);
  return out;
}

std::vector<const claims::Claim*> View::denials_of(const ClaimId& target) const {
  std::vector<const claims::Claim*> out;
  if (const auto it = denials_.find(target.value); it != denials_.end())
    for (const std::string& id : it->second)
      if (const claims::Claim* found = claim(id)) out.push_back(found);
  return out;
}

std::vector<std::string> View::ids() const {
  std::vector<std::string> out;
  for (const Index* index : {&documents_, &events_, &tallies_, &disputes_, &origins_})
    for (const auto& [id, position] : *index) out.push_back(id);
  for (const auto& [id, position] : claims_) out.push_back(id);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace rashomon::publish

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "store/store.hpp"

namespace rashomon::publish {

/// A record held in memory with its ids resolved: what the report and the explanation look things up in.
class View {
 public:
  /// Errors: the record's. Cost O(record).
  [[nodiscard]] static Result<View> load(const store::Record& record);
  View(std::vector<reconcile::Report> reports, reconcile::Derived derived, std::vector<store::Failure> failures);

  [[nodiscard]] const std::vector<reconcile::Report>& reports() const { return reports_; }
  [[nodiscard]] const reconcile::Derived& derived() const { return derived_; }
  [[nodiscard]] const std::vector<store::Failure>& failures() const { return failures_; }

  /// nullptr for an id that the record does not hold.
  [[nodiscard]] const claims::Claim* claim(std::string_view id) const;
  [[nodiscard]] const ingest::Document* document(std::string_view id) const;
  [[nodiscard]] const reconcile::Event* event(std::string_view id) const;
  [[nodiscard]] const reconcile::Tally* tally(std::string_view id) const;
  [[nodiscard]] const reconcile::Dispute* dispute(std::string_view id) const;
  [[nodiscard]] const reconcile::Origin* origin(std::string_view id) const;
  /// The claims of `ids` that the record holds, in that order.
  [[nodiscard]] std::vector<const claims::Claim*> claims(const std::vector<ClaimId>& ids) const;
  /// Claims that deny `target`, in order of their ids.
  [[nodiscard]] std::vector<const claims::Claim*> denials_of(const ClaimId& target) const;
  /// All ids of the record, ascending.
  [[nodiscard]] std::vector<std::string> ids() const;

 private:
  void index();
  std::vector<reconcile::Report> reports_;
  reconcile::Derived derived_;
  std::vector<store::Failure> failures_;
  // Indices, so that a View can be moved.
  std::map<std::string, std::pair<std::size_t, std::size_t>, std::less<>> claims_;
  std::map<std::string, std::size_t, std::less<>> documents_, events_, tallies_, disputes_, origins_;
  std::map<std::string, std::vector<std::string>, std::less<>> denials_;
};

}  // namespace rashomon::publish

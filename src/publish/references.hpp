#pragma once

#include <map>
#include <string>
#include <vector>

#include "publish/situation.hpp"

namespace rashomon::publish {

/// Numbers of the quotations, 1 for the first, so that a figure can point at them.
class References {
 public:
  explicit References(const std::vector<Quotation>& quotations) {
    for (const Quotation& quotation : quotations) numbers_.emplace(quotation.claim, numbers_.size() + 1);
  }
  /// 0 for a claim that is not quoted.
  [[nodiscard]] std::size_t of(const ClaimId& claim) const {
    const auto it = numbers_.find(claim);
    return it == numbers_.end() ? 0 : it->second;
  }

 private:
  std::map<ClaimId, std::size_t> numbers_;
};

}  // namespace rashomon::publish

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/ingest.hpp"

namespace rashomon::ingest {

/// Hands items on, gives a second document of one id another, and names the input in every error.
class Sender {
 public:
  explicit Sender(const std::function<bool(Item&&)>& take) : take_(take) {}

  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] std::size_t sent() const { return sent_; }

  /// `path` goes into the document; `shown` names the input in the error, "standard input" where it is empty.
  void send(std::string path, std::string_view shown, Result<Document> document);

 private:
  const std::function<bool(Item&&)>& take_;
  std::unordered_map<std::string, std::string> ids_;  ///< that were given, and the content address of each
  std::size_t sent_ = 0;
  bool stopped_ = false;
};

}  // namespace rashomon::ingest

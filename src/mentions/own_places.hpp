#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/gazetteer.hpp"
#include "mentions/user_table.hpp"

namespace rashomon::mentions {

/// Places of a user's own table, by their names. Views point into it: it stays where it is.
class OwnPlaces {
 public:
  OwnPlaces() = default;
  OwnPlaces(const OwnPlaces&) = delete;
  OwnPlaces& operator=(const OwnPlaces&) = delete;

  /// Errors: as Gazetteer::add_table.
  [[nodiscard]] Result<void> read(const std::string& path);
  [[nodiscard]] std::vector<GazetteerEntry> find(std::string_view name) const;
  [[nodiscard]] bool begins(std::string_view word) const;
  [[nodiscard]] const std::string& sha256() const { return table_.sha256; }
  [[nodiscard]] const std::vector<Error>& broken_rows() const { return table_.broken_rows; }

 private:
  void add(const UserRow& row);
  void add_name(std::string_view name);

  UserTable table_;
  std::vector<GazetteerEntry> entries_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;  ///< of names evened out, into entries_
  std::set<std::string, std::less<>> capitalised_;                        ///< names that begin with a capital
  std::set<std::string, std::less<>> first_words_;
};

}  // namespace rashomon::mentions

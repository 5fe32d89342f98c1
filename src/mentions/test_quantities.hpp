#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "mentions/quantities.hpp"
#include "mentions/test_parse.hpp"
#include "mentions/times.hpp"

/// Quantities of a hand-built parse, one a line, for unit tests.
namespace rashomon::mentions::test {

inline std::string number(const std::optional<double>& v) { return v ? fmt::format("{}", *v) : "-"; }

// Each quantity as "text low/best/high bound measure unit group window", one a line. Anchor: Friday, 28 February 2020.
inline std::string read_quantities(const std::string& text, std::string parse) {
  std::replace(parse.begin(), parse.end(), ';', '\n');
  const TestText t = test_parse(text, parse);
  const Anchor anchor{parse_date("2020-02-28"), "published"};
  std::string out;
  for (const Quantity& q : find_quantities(t.document, t.parse, find_times(t.document, t.parse, anchor), anchor)) {
    out += fmt::format("{} {}/{}/{} {} {} [{}] [{}]", q.text, number(q.low), number(q.best), number(q.high),
                       name_of(q.bound), name_of(q.measure), q.unit, q.group);
    if (q.window) out += fmt::format(" {}", name_of(q.window->kind));
    if (q.window && q.window->range.start) out += " from " + q.window->range.start->iso();
    if (q.relation) {
      out += fmt::format(" {} of {}", name_of(q.relation->kind), slice(text, q.relation->whole));
      if (q.relation->low || q.relation->high)
        out += fmt::format(" {}/{}/{}", number(q.relation->low), number(q.relation->best), number(q.relation->high));
    }
    if (q.as_of) out += " as of " + q.as_of->iso();
    out += "\n";
  }
  return out;
}

}  // namespace rashomon::mentions::test

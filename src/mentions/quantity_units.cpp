#include "mentions/quantity_reader.hpp"

/// Units, money and ages beside a number.
namespace rashomon::mentions {
namespace {

bool unit_reads(const Reader& r, std::size_t i, bool after_number_glued) {
  const auto& t = r.token(i);
  const bool noun = t.pos == "NOUN" || t.pos == "PROPN" || t.pos == "SYM" || t.pos == "NUM" || t.pos == "X";
  if (r.low(i).size() <= 2 && r.letters(i) && !after_number_glued)
    return one_of(r.low(i),
                  {"km", "cm", "mm", "kg", "ft", "hp", "mi", "lb", "oz", "ha", "gb", "tb", "kw", "mw", "gw", "hz"});
  return noun || after_number_glued;
}

bool time_unit(std::string_view w) {
  return one_of(w, {"second", "seconds", "minute", "minutes", "hour",    "hours",     "day",      "days", "night",
                    "nights", "week",    "weeks",  "month",   "months",  "quarter",   "quarters", "year", "years",
                    "yr",     "yrs",     "decade", "decades", "century", "centuries", "fortnight"});
}

std::string_view time_plural(std::string_view w) {
  for (std::string_view p :
       {"seconds", "minutes", "hours", "days", "nights", "weeks", "months", "quarters", "years", "decades"})
    if (w == p || (p.size() == w.size() + 1 && p.substr(0, w.size()) == w)) return p;
  return w == "century" || w == "centuries" ? "centuries" : "years";
}

}  // namespace

bool money_prefix(std::string_view low) {
  return one_of(low, {"rm", "rs", "us", "usd", "eur", "gbp", "chf", "inr", "a", "au", "c", "hk", "nz", "s"});
}

UnitMatch unit_after(const Reader& r, std::size_t end) {
  std::size_t i = end;
  if (r.is(i, "-") && r.glued(i) && r.glued(i + 1)) ++i;
  if (i >= r.words.size()) return {};
  if (r.is(i, "per") && one_of(r.low(i + 1), {"cent", "centum"})) return {unit_word("percent"), i + 2, false};
  if (r.is(i, "percentage") && one_of(r.low(i + 1), {"point", "points"}))
    return {unit_word("percentage point"), i + 2, false};
  if (one_of(r.low(i), {"square", "sq", "cubic", "nautical"})) {
    const std::string phrase =
        (r.is(i, "sq") ? std::string("square") : std::string(r.low(i))) + " " + std::string(r.low(i + 1));
    if (const UnitEntry u = unit_word(phrase)) return {u, i + 2, false};
  }
  if (r.is(i, "barrel") && i + 1 < r.words.size() && r.token(i + 1).pos == "NOUN") return {};  // "34 barrel bombs"
  if (one_of(r.low(i), {"point", "points", "foot"}) && r.token(i).pos != "NOUN") return {};
  if (one_of(r.low(i), {"point", "points"})) return {};
  const UnitEntry u = unit_word(r.low(i));
  if (!u || !unit_reads(r, i, r.glued(i))) return {};
  std::size_t stop = i + 1;
  if (u.measure == Measure::length &&
      (r.is(stop, "per") || r.is(stop, "/") || (r.is(stop, "an") && r.is(stop + 1, "hour"))) &&
      one_of(r.low(stop + 1), {"hour", "h", "hr", "second", "s"}))
    return {{Measure::speed, u.unit}, stop + 2, false};
  if (r.is(i, "degrees") && one_of(r.low(stop), {"celsius", "fahrenheit", "c", "f"})) ++stop;
  return {u, stop, false};
}

// "-year-old", "years old", "months", and whether it is an age.
UnitMatch time_after(const Reader& r, std::size_t end) {
  std::size_t i = end;
  if (r.is(i, "-") && r.glued(i)) ++i;
  while (i < end + 3 && one_of(r.low(i), {"more", "full", "straight", "consecutive", "further", "additional"})) ++i;
  if (!time_unit(r.low(i))) return {};
  if (r.is(i, "second") && r.token(i).pos != "NOUN") return {};
  std::size_t k = i + 1;
  if (r.is(k, "-")) ++k;
  if (one_of(r.low(k), {"old", "olds"}) || (r.is(k, "of") && r.is(k + 1, "age")))
    return {{Measure::age, time_plural(r.low(i))}, k + 1, true};
  return {{Measure::count, time_plural(r.low(i))}, i + 1, true};
}

// A mark of money before the number, and the word where it begins.
std::optional<std::pair<UnitEntry, std::size_t>> money_before(const Reader& r, std::size_t i) {
  if (i == 0) return {};
  const UnitEntry u = unit_word(r.low(i - 1));
  const bool mark = u.measure == Measure::money && one_of(r.low(i - 1), {"$", "\xC2\xA3", "\xE2\x82\xAC", "\xC2\xA5"});
  if (mark) {
    const bool prefixed = i > 1 && r.glued(i - 1) && money_prefix(r.low(i - 2));
    const bool spaced = i > 1 && !prefixed && r.is(i - 2, "us");
    return std::pair{u, i - (prefixed || spaced ? 2 : 1)};
  }
  // "$A82", "$US12"
  if (i > 1 && r.glued(i) && money_prefix(r.low(i - 1)) && r.is(i - 2, "$")) return std::pair{unit_word("$"), i - 2};
  if (r.glued(i) && one_of(r.low(i - 1), {"rm", "rs"}))
    return std::pair{UnitEntry{Measure::money, r.is(i - 1, "rm") ? "ringgit" : "rupees"}, i - 1};
  if (one_of(r.low(i - 1), {"usd", "eur", "gbp"})) return std::pair{unit_word(r.low(i - 1)), i - 1};
  return {};
}

// "aged 25", "Maria Novak, 44, said"
bool is_age(const Reader& r, std::size_t i, std::size_t end, double value) {
  if (value > 120 || i == 0) return false;
  if (one_of(r.low(i - 1), {"aged", "age", "ages"})) return true;
  if (r.is(i - 1, "of") && i > 1 && r.is(i - 2, "age")) return true;
  return r.digits(i) && r.is(i - 1, ",") && i > 1 && r.words[i - 2].capital && r.token(i - 2).entity == "PERSON" &&
         (one_of(r.low(end), {",", ".", ";"}) || end >= r.words.size());
}

}  // namespace rashomon::mentions

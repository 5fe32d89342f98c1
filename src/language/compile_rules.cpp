#include <fmt/format.h>

#include <algorithm>

#include "language/compile_tables.hpp"
#include "language/layout.hpp"
#include "language/string_table.hpp"

namespace rashomon::language {
namespace {

// The value of one key of a token specification: a string, or {"IN": […]}, {"NOT_IN": […]}, {"REGEX": "…"}.
struct Condition {
  std::vector<std::string> values;
  bool negated = false;
};

bool read_condition(const MsgValue& value, Condition& out) {
  if (value.is_text()) {
    out.values.emplace_back(value.bytes);
    return true;
  }
  if (!value.is_map() || value.size() != 1) return false;
  const std::string_view how = value.key(0).bytes;
  if (how == "REGEX") out.values = strings_of_pattern(value.value(0).bytes);
  if (how == "REGEX") return !out.values.empty();
  out.negated = how == "NOT_IN";
  if (how != "IN" && how != "NOT_IN") return false;
  for (const MsgValue& item : value.value(0).items) out.values.emplace_back(item.bytes);
  return true;
}

bool meets(const Condition& condition, const std::string& value) {
  return (std::find(condition.values.begin(), condition.values.end(), value) != condition.values.end()) !=
         condition.negated;
}

// Clears the bits of the names that the condition does not allow.
void forbid(const Condition& condition, const std::vector<std::string>& names, std::uint64_t* bits) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!meets(condition, names[i])) bits[i / 64] &= ~(std::uint64_t{1} << i % 64);
}

class RuleWriter {
 public:
  RuleWriter(const std::vector<std::string>& tags, const std::vector<std::string>& deps) : tags_(tags), deps_(deps) {}

  // False where the rule is of a kind that is not known.
  bool add(const MsgValue& rule);
  void write(std::vector<ModelSection>& out) const;

 private:
  bool read_test(const MsgValue& spec, TokenTest& out);
  bool add_condition(std::string_view name, const Condition& condition, TokenTest& out);
  std::uint32_t value(const MsgValue& attributes, std::string_view name);
  static std::uint32_t place(std::vector<std::string>& list, const std::string& string);

  const std::vector<std::string>& tags_;
  const std::vector<std::string>& deps_;
  std::vector<std::string> words_;
  std::vector<std::uint32_t> word_lists_;
  std::vector<std::string> values_;
  std::vector<AttributeRule> rules_;
};

std::uint32_t RuleWriter::place(std::vector<std::string>& list, const std::string& string) {
  const auto found = std::find(list.begin(), list.end(), string);
  const auto index = static_cast<std::uint32_t>(found - list.begin());
  if (found == list.end()) list.push_back(string);
  return index;
}

bool RuleWriter::read_test(const MsgValue& spec, TokenTest& out) {
  out = {~std::uint64_t{0}, {~std::uint64_t{0}, ~std::uint64_t{0}}, 0, 0, kAny, 0};
  out.words_begin = out.words_end = static_cast<std::uint32_t>(word_lists_.size());
  for (std::size_t i = 0; i < spec.size(); ++i) {
    const std::string_view name = spec.key(i).bytes;
    if (name == "IS_SPACE") {
      out.space = spec.value(i).integer != 0 ? 1 : 0;
      continue;
    }
    Condition condition;
    if (!read_condition(spec.value(i), condition) || !add_condition(name, condition, out)) return false;
  }
  return true;
}

bool RuleWriter::add_condition(std::string_view name, const Condition& condition, TokenTest& out) {
  if (name == "TAG") {
    forbid(condition, tags_, &out.tags);
  } else if (name == "DEP") {
    forbid(condition, deps_, out.deps);
  } else if (name == "LOWER" && !condition.negated) {
    for (const std::string& word : condition.values) word_lists_.push_back(place(words_, word));
    out.words_end = static_cast<std::uint32_t>(word_lists_.size());
  } else {
    return false;
  }
  return true;
}

// Features in order, "_" for none.
std::uint32_t RuleWriter::value(const MsgValue& attributes, std::string_view name) {
  const MsgValue* found = attributes.find(name);
  if (found == nullptr) return kAny;
  return place(values_, found->bytes == "_" ? std::string() : std::string(found->bytes));
}

bool RuleWriter::add(const MsgValue& rule) {
  const MsgValue* patterns = rule.find("patterns");
  const MsgValue* attributes = rule.find("attrs");
  const MsgValue* index = rule.find("index");
  if (patterns == nullptr || attributes == nullptr || index == nullptr || !patterns->is_array()) return false;
  for (std::size_t i = 0; i < attributes->size(); ++i) {
    const std::string_view name = attributes->key(i).bytes;
    if (name != "TAG" && name != "POS" && name != "MORPH" && name != "LEMMA" && name != "DEP") return false;
  }
  for (const MsgValue& pattern : patterns->items) {
    AttributeRule out{};
    if (pattern.size() < 1 || pattern.size() > 2 || index->integer >= pattern.size()) return false;
    for (std::size_t t = 0; t < pattern.size(); ++t)
      if (!read_test(pattern.items[t], out.tests[t])) return false;
    out.length = static_cast<std::uint32_t>(pattern.size());
    out.target = static_cast<std::uint32_t>(index->integer);
    out.tag = value(*attributes, "TAG");
    out.pos = value(*attributes, "POS");
    out.morph = value(*attributes, "MORPH");
    out.lemma = value(*attributes, "LEMMA");
    out.dep = value(*attributes, "DEP");
    rules_.push_back(out);
  }
  return true;
}

void RuleWriter::write(std::vector<ModelSection>& out) const {
  out.push_back({"ruler.words", pack_strings(words_)});
  out.push_back({"ruler.word_lists", pack_array(word_lists_)});
  out.push_back({"ruler.values", pack_strings(values_)});
  out.push_back({"ruler.rules", pack_array(rules_)});
}

}  // namespace

std::vector<std::string> strings_of_pattern(std::string_view expression) {
  if (expression.size() < 2 || expression.front() != '^' || expression.back() != '$') return {};
  expression = expression.substr(1, expression.size() - 2);
  std::vector<std::string> out{""};
  while (!expression.empty()) {
    std::string_view choices = expression.substr(0, 1);
    std::size_t used = 1;
    if (choices == "[") {
      const std::size_t close = expression.find(']');
      if (close == std::string_view::npos) return {};
      choices = expression.substr(1, close - 1);
      used = close + 1;
    }
    if (choices.find_first_of("\\.*+(){}|^$-?") != std::string_view::npos) return {};
    expression.remove_prefix(used);
    const bool optional = expression.starts_with('?');
    if (optional) expression.remove_prefix(1);
    std::vector<std::string> longer;
    for (const std::string& begun : out) {
      for (const char c : choices) longer.push_back(begun + c);
      if (optional) longer.push_back(begun);
    }
    out = std::move(longer);
  }
  return out;
}

Result<void> compile_attribute_rules(const std::string& package, const std::vector<std::string>& tags,
                                     const std::vector<std::string>& deps, std::vector<ModelSection>& out) {
  const std::string path = package + "/attribute_ruler/patterns";
  const auto file = read_package_file(path);
  if (!file) return tl::unexpected(file.error());
  if (tags.size() > 64 || deps.size() > 128)
    return fail(ErrorCode::malformed_input, fmt::format("{}: more tags or dependency labels than are known", package));
  RuleWriter writer(tags, deps);
  for (std::size_t i = 0; i < file->value.items.size(); ++i)
    if (!writer.add(file->value.items[i]))
      return fail(ErrorCode::malformed_input, fmt::format("{}: rule {} is of an unknown kind", path, i));
  writer.write(out);
  return {};
}

}  // namespace rashomon::language

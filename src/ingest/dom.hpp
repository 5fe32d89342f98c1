#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

/// A parsed page: nodes in document order in one array. The HTML parser behind it is seen by dom.cpp alone.
namespace rashomon::ingest {

/// Elements that the room tells apart; others are `other`.
enum class Element : std::uint8_t {
  text,
  other,
  document,
  html,
  head,
  body,
  title,
  meta,
  link,
  base,
  script,
  style,
  noscript,
  template_,
  time,
  a,
  p,
  div,
  span,
  section,
  article,
  main,
  aside,
  nav,
  header,
  footer,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  ul,
  ol,
  li,
  dl,
  dt,
  dd,
  table,
  tr,
  td,
  th,
  thead,
  tbody,
  caption,
  figure,
  figcaption,
  img,
  picture,
  video,
  audio,
  iframe,
  svg,
  form,
  button,
  input,
  select,
  option,
  textarea,
  label,
  fieldset,
  blockquote,
  pre,
  code,
  br,
  hr,
  b,
  strong,
  i,
  em,
  small,
  sub,
  sup,
  abbr,
  address,
  cite,
  q,
  center,
  font,
  u,
  object,
  details,
  summary,
  dialog,
  math,
  menu,
  ins,
  del,
};

struct Attribute {
  std::string_view name;  ///< lower case
  std::string_view value;
};

/// A node; `parent` and `end` are indices: the subtree of node i is [i, end).
struct Node {
  Element element = Element::other;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;
  std::string_view text;  ///< of a text node
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes = 0;
};

/// Owns what its views point to. Node 0 is the document. Movable.
class Dom {
 public:
  /// Parses valid UTF-8. Nesting past 400 elements and more than 64 attributes of one tag are cut off.
  ///
  /// Errors    limit_exceeded where the tree would take more than 40 bytes a byte of the page and 64 MB.
  /// Cost      O(bytes).
  [[nodiscard]] static Result<Dom> parse(std::string page);
  /// The same of a page that outlives what is made of it.
  [[nodiscard]] static Result<Dom> parse_kept(std::string_view page);
  Dom();
  Dom(Dom&&) noexcept;
  Dom& operator=(Dom&&) noexcept;
  ~Dom();

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](std::uint32_t i) const { return nodes_[i]; }
  /// The value of an attribute; empty where it is absent.
  [[nodiscard]] std::string_view attribute(std::uint32_t node, std::string_view name) const;
  [[nodiscard]] std::span<const Attribute> attributes(std::uint32_t node) const {
    return std::span(attributes_).subspan(nodes_[node].first_attribute, nodes_[node].attributes);
  }
  /// Where hints_of() keeps what it found; not for two threads at once.
  [[nodiscard]] std::vector<std::uint32_t>& hints() const { return hints_; }
  /// All text of a subtree without scripts, white space folded.
  [[nodiscard]] std::string text_of(std::uint32_t node) const;

 private:
  struct Storage;
  [[nodiscard]] static Result<Dom> parse(std::unique_ptr<Storage> storage, std::string_view page);
  std::unique_ptr<Storage> storage_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  mutable std::vector<std::uint32_t> hints_;
};

}  // namespace rashomon::ingest

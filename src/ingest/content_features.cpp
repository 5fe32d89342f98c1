#include "ingest/content_features.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/check.hpp"
#include "ingest/block_words.hpp"
#include "ingest/chars.hpp"
#include "ingest/page_hints.hpp"
#include "ingest/tables.hpp"

namespace rashomon::ingest {
namespace {

constexpr float kFar = 15;          // levels of ancestors past which a part does not count
constexpr std::size_t kLevels = 4;  // containers around a block that are measured

/// Elements whose nearest ancestor is measured.
constexpr std::array<Element, 15> kAround = {Element::article, Element::main,   Element::aside,  Element::nav,
                                             Element::header,  Element::footer, Element::form,   Element::table,
                                             Element::ul,      Element::ol,     Element::figure, Element::blockquote,
                                             Element::li,      Element::dl,     Element::section};
constexpr std::array<std::string_view, 15> kAroundNames = {"article", "main",       "aside", "nav", "header",
                                                           "footer",  "form",       "table", "ul",  "ol",
                                                           "figure",  "blockquote", "li",    "dl",  "section"};

/// The index in kAround of an element, or past its end.
constexpr auto kAroundIndex = [] {
  std::array<std::uint8_t, 256> index{};
  index.fill(kAround.size());
  for (std::size_t e = 0; e < kAround.size(); ++e)
    index[static_cast<std::size_t>(kAround[e])] = static_cast<std::uint8_t>(e);
  return index;
}();

/// Sums over a subtree.
struct Sums {
  float words = 0, link_words = 0, good_words = 0, blocks = 0, good_blocks = 0, list_blocks = 0;
};

float element_code(Element e) {
  switch (e) {
    case Element::p: return 1;
    case Element::h1: return 2;
    case Element::h2:
    case Element::h3: return 3;
    case Element::h4:
    case Element::h5:
    case Element::h6: return 4;
    case Element::li: return 5;
    case Element::td:
    case Element::th: return 6;
    case Element::div: return 7;
    case Element::blockquote: return 8;
    case Element::pre: return 9;
    case Element::dt:
    case Element::dd: return 10;
    case Element::figcaption:
    case Element::figure: return 11;
    case Element::article:
    case Element::section:
    case Element::main: return 12;
    case Element::button:
    case Element::form:
    case Element::fieldset: return 13;
    default: return 14;
  }
}

/// Takes the values of a row.
struct Values {
  float* at;
  void put(std::string_view /*name*/, float value) { *at++ = value; }
  void put(std::string_view /*group*/, std::string_view /*name*/, float value) { *at++ = value; }
};

/// Takes the names of its columns.
struct Names {
  std::vector<std::string> names;
  void put(std::string_view name, float /*value*/) { names.emplace_back(name); }
  void put(std::string_view group, std::string_view name, float /*value*/) { names.emplace_back(group).append(name); }
};

/// How a block is marked up: element and class of it and of its parent.
struct Make {
  Element element, parent_element;
  std::string_view name, parent_name;
  bool operator==(const Make&) const = default;
};
struct MakeHash {
  std::size_t operator()(const Make& make) const {
    const std::hash<std::string_view> hash;
    return (hash(make.name) * 31 + hash(make.parent_name)) * 31 + static_cast<std::size_t>(make.element) * 256 +
           static_cast<std::size_t>(make.parent_element);
  }
};

/// All of a page that rows are made from.
class Table {
 public:
  Table(const Dom& dom, const PageText& text, const PageFacts& facts) : dom_(dom), text_(text), hints_(hints_of(dom)) {
    title_keys_.reserve(facts.titles.size());
    for (const std::string& t : facts.titles)
      each_word(title_keys_.emplace_back(words_key(t)), [&](std::string_view word) { title_.add(word, 1); });
    sum_up();
    find_root();
    find_twins();
    count_articles();
    sign();
    place();
    find_article();
  }

  /// The row of a block into `out`: a Values of all columns, or the Names of them.
  template <class Out>
  void row(std::size_t b, Out& out) const {
    own(b, out);
    around(b, out);
    containers(b, out);
    neighbours(b, out);
    standing(b, out);
  }

 private:
  void sum_up() {
    std::unordered_set<std::string_view> seen;
    for (const PageBlock& block : text_.blocks) {
      BlockWords w = measure_words(text_, words_.size(), title_);
      w.repeated = w.words >= 3 && !seen.insert(slice(text_.text, block.span)).second;
      w.good &= !w.repeated;
      words_.push_back(w);
      all_words_ += w.words;
    }
    find_comments();
    sums_.resize(dom_.nodes().size());
    for (std::size_t b = 0; b < words_.size(); ++b) {
      const BlockWords& w = words_[b];
      const bool list = dom_[text_.blocks[b].node].element == Element::li;
      for (std::uint32_t at = text_.blocks[b].node;; at = dom_[at].parent) {
        Sums& s = sums_[at];
        s.words += w.words, s.link_words += w.words * w.links, s.blocks += 1, s.list_blocks += list;
        if (w.good) s.good_words += w.words, s.good_blocks += 1;
        if (at == 0) break;
      }
    }
  }

  /// The container whose children hold most running text, one level weighing full and the next half.
  void find_root() {
    std::vector<float> score(dom_.nodes().size());
    const std::uint32_t apart = hint_bit("comment") | hint_bit("caption");
    for (std::size_t b = 0; b < words_.size(); ++b) {
      if (!words_[b].good) continue;
      if (hints_[text_.blocks[b].node] & apart) continue;
      std::uint32_t at = dom_[text_.blocks[b].node].parent;
      score[at] += words_[b].words;
      at = dom_[at].parent;
      score[at] += words_[b].words * 0.5F;
    }
    for (std::uint32_t i = 0; i < score.size(); ++i)
      if (score[i] > score[root_]) root_ = i;
  }

  /// The outermost containers that are named for comments and leave running text before them.
  void find_comments() {
    const std::uint32_t comment = hint_bit("comment");
    in_comments_.assign(dom_.nodes().size(), false);
    std::vector<float> good_before(words_.size() + 1);
    for (std::size_t b = 0; b < words_.size(); ++b)
      good_before[b + 1] = good_before[b] + (words_[b].good ? words_[b].words : 0);
    std::size_t b = 0;
    for (std::uint32_t i = 1; i < in_comments_.size(); ++i) {
      while (b < words_.size() && text_.blocks[b].node < i) ++b;
      in_comments_[i] = in_comments_[dom_[i].parent] || ((hints_[i] & comment) && good_before[b] >= 25);
    }
    for (std::size_t k = 0; k < words_.size(); ++k) words_[k].good &= !in_comments_[text_.blocks[k].node];
  }

  /// For each node the number of earlier siblings of one make that hold running text: the posts above this one.
  void find_twins() {
    twins_.assign(dom_.nodes().size(), 0);
    std::unordered_map<std::string, float> seen;
    for (std::uint32_t i = 1; i < twins_.size(); ++i) {
      twins_[i] = twins_[dom_[i].parent];
      if (dom_[i].element == Element::text || sums_[i].good_words < 40 || sums_[i].blocks < 2) continue;
      std::string key = std::to_string(dom_[i].parent);
      const std::string_view names = dom_.attribute(i, "class");
      // Numbers in class names ("post-1234") tell posts apart, not kinds.
      key.push_back(static_cast<char>(dom_[i].element));
      key.append(names.substr(0, std::min(names.find_first_of("0123456789"), names.size())));
      twins_[i] = std::max(twins_[i], seen[key]++);
    }
  }

  /// For each block the number of article elements with running text that ended before it.
  void count_articles() {
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 0; i < dom_.nodes().size(); ++i)
      if (dom_[i].element == Element::article && sums_[i].good_words >= 20) ends.push_back(dom_[i].end);
    std::sort(ends.begin(), ends.end());
    for (const PageBlock& block : text_.blocks)
      articles_.push_back(static_cast<float>(std::upper_bound(ends.begin(), ends.end(), block.node) - ends.begin()));
  }

  /// Blocks that look alike in markup: element and class of the block and its parent.
  void sign() {
    std::unordered_map<Make, std::size_t, MakeHash> makes;
    for (std::size_t b = 0; b < words_.size(); ++b) {
      const std::uint32_t node = text_.blocks[b].node, parent = dom_[node].parent;
      const Make make{dom_[node].element, dom_[parent].element, dom_.attribute(node, "class"),
                      dom_.attribute(parent, "class")};
      signatures_.push_back(makes.emplace(make, makes.size()).first->second);
    }
    by_signature_.resize(makes.size());
    for (std::size_t b = 0; b < words_.size(); ++b)
      if (words_[b].good)
        by_signature_[signatures_[b]] += words_[b].words,
            best_signature_ = std::max(best_signature_, by_signature_[signatures_[b]]);
  }

  /// Distances in blocks to running text and to the headline.
  void place() {
    const std::size_t n = words_.size();
    since_comments_.assign(n, 99), since_related_.assign(n, 99), replies_.assign(n, 0);
    for (std::size_t b = 0; b < n; ++b) {
      since_comments_[b] = words_[b].comment_mark ? 0 : b > 0 ? std::min(since_comments_[b - 1] + 1, 99.F) : 99;
      since_related_[b] = words_[b].related_mark ? 0 : b > 0 ? std::min(since_related_[b - 1] + 1, 99.F) : 99;
      for (std::size_t k = b > 8 ? b - 8 : 0; k < std::min(n, b + 9); ++k) replies_[b] += words_[k].reply;
    }
    before_good_.assign(n, 99), after_good_.assign(n, 99);
    float distance = 99;
    for (std::size_t b = 0; b < n; ++b)
      before_good_[b] = distance, distance = words_[b].good ? 1 : std::min(distance + 1, 99.F);
    distance = 99;
    for (std::size_t b = n; b-- > 0;)
      after_good_[b] = distance, distance = words_[b].good ? 1 : std::min(distance + 1, 99.F);
    headline_ = n;
    float best = 0;
    for (std::size_t b = 0; b < n; ++b) {
      const Element e = dom_[text_.blocks[b].node].element;
      const float score = words_[b].title_overlap +
                          (e == Element::h1   ? 0.5F
                           : e == Element::h2 ? 0.2F
                                              : 0) -
                          words_[b].words * 0.005F;
      if (words_[b].words <= 40 && score > best + 0.01F) best = score, headline_ = b;
    }
    for (std::size_t b = 0; b < n; ++b) {
      const std::uint32_t node = text_.blocks[b].node;
      if (node < root_ || node >= dom_[root_].end) continue;
      if (words_[b].good) first_root_ = std::min(first_root_, b), last_root_ = b;
    }
  }

  /// The article element that holds the headline, if it is the page's own.
  void find_article() {
    if (headline_ >= words_.size() || words_[headline_].title_overlap < 0.6F) return;
    for (std::uint32_t at = text_.blocks[headline_].node; at != 0 && article_ == 0; at = dom_[at].parent)
      if (dom_[at].element == Element::article && sums_[at].good_words >= 60) article_ = at;
  }

  /// Of that article: -1 there is none, 0 inside it, 1 outside.
  float outside_article(std::uint32_t node) const {
    if (article_ == 0) return -1;
    return node >= article_ && node < dom_[article_].end ? 0 : 1;
  }

  template <class Out>
  void own(std::size_t b, Out& out) const {
    const BlockWords& w = words_[b];
    out.put("words", w.words), out.put("links", w.links), out.put("stops", w.stops), out.put("commas", w.commas),
        out.put("common", w.common);
    out.put("capitals", w.capitals), out.put("digits", w.digits), out.put("ends_sentence", w.ends_sentence),
        out.put("furniture", w.furniture), out.put("date", w.date);
    out.put("good", w.good), out.put("quote", w.quote), out.put("symbols", w.symbols), out.put("picture", w.picture),
        out.put("reply", w.reply), out.put("repeated", w.repeated), out.put("copyright", w.copyright);
    out.put("title_overlap", w.title_overlap), out.put("hidden", text_.blocks[b].hidden),
        out.put("element", element_code(dom_[text_.blocks[b].node].element));
  }

  template <class Out>
  void around(std::size_t b, Out& out) const {
    std::array<float, kHintParts> part{};
    std::array<float, kAround.size()> element{};
    part.fill(kFar), element.fill(kFar);
    float level = 0;
    std::uint32_t seen = 0;
    for (std::uint32_t at = text_.blocks[b].node; at != 0 && level < kFar; at = dom_[at].parent, ++level) {
      for (std::uint32_t fresh = hints_[at] & ~seen; fresh != 0; fresh &= fresh - 1)
        part[static_cast<std::size_t>(std::countr_zero(fresh))] = level;
      seen |= hints_[at];
      const std::uint8_t e = kAroundIndex[static_cast<std::size_t>(dom_[at].element)];
      if (e < kAround.size() && element[e] == kFar) element[e] = level;
    }
    for (std::size_t p = 0; p < kHintParts; ++p) out.put("hint_", tables().hint_parts[p], part[p]);
    for (std::size_t e = 0; e < kAround.size(); ++e) out.put("in_", kAroundNames[e], element[e]);
  }

  template <class Out>
  void containers(std::size_t b, Out& out) const {
    std::uint32_t at = text_.blocks[b].node;
    const float good_words = std::max(sums_[0].good_words, 1.F);
    for (std::size_t level = 0; level < kLevels; ++level) {
      const Sums& s = sums_[at];
      const std::string_view n = std::string_view("0123").substr(level, 1);
      out.put("box_words_", n, s.words), out.put("box_links_", n, s.words > 0 ? s.link_words / s.words : 0),
          out.put("box_good_", n, s.words > 0 ? s.good_words / s.words : 0);
      out.put("box_share_", n, s.good_words / good_words), out.put("box_blocks_", n, s.blocks),
          out.put("box_lists_", n, s.list_blocks / std::max(s.blocks, 1.F));
      at = dom_[at].parent;
      // A container that holds nothing else is no level of its own.
      while (at != 0 && sums_[at].blocks == s.blocks && dom_[at].element != Element::body) at = dom_[at].parent;
    }
  }

  template <class Out>
  void neighbours(std::size_t b, Out& out) const {
    static const BlockWords kNone;
    constexpr std::array<std::pair<int, std::string_view>, 4> kOffsets = {
        {{-2, "before_2"}, {-1, "before_1"}, {1, "after_1"}, {2, "after_2"}}};
    for (const auto& [offset, n] : kOffsets) {
      const auto at = static_cast<std::ptrdiff_t>(b) + offset;
      const bool there = at >= 0 && at < static_cast<std::ptrdiff_t>(words_.size());
      const BlockWords& w = there ? words_[static_cast<std::size_t>(at)] : kNone;
      out.put(n, "_words", w.words), out.put(n, "_links", w.links), out.put(n, "_good", w.good),
          out.put(n, "_furniture", w.furniture);
      out.put(n, "_alike", there && signatures_[static_cast<std::size_t>(at)] == signatures_[b]);
    }
    out.put("since_comments", since_comments_[b]), out.put("since_related", since_related_[b]),
        out.put("replies", replies_[b]);
    out.put("in_comments", in_comments_[text_.blocks[b].node]), out.put("twins", twins_[text_.blocks[b].node]),
        out.put("articles", articles_[b]), out.put("outside_article", outside_article(text_.blocks[b].node));
    out.put("since_good", before_good_[b]), out.put("until_good", after_good_[b]);
  }

  template <class Out>
  void standing(std::size_t b, Out& out) const {
    const auto n = static_cast<float>(words_.size());
    const auto i = static_cast<float>(b);
    const std::uint32_t node = text_.blocks[b].node;
    const bool in_root = node >= root_ && node < dom_[root_].end;
    float up = 0;
    for (std::uint32_t at = node; in_root && at != root_; at = dom_[at].parent) ++up;
    std::uint32_t common = root_;
    float down = 0;
    while (common != 0 && !(node >= common && node < dom_[common].end)) common = dom_[common].parent, ++down;
    out.put("place", i / n), out.put("blocks", n), out.put("page_words", all_words_),
        out.put("page_good", sums_[0].good_words / std::max(all_words_, 1.F));
    out.put("in_root", in_root), out.put("root_up", in_root ? up : 20), out.put("root_down", down);
    out.put("root_share", sums_[root_].good_words / std::max(sums_[0].good_words, 1.F));
    out.put("from_first", first_root_ < words_.size() ? i - static_cast<float>(first_root_) : -999),
        out.put("from_last", i - static_cast<float>(last_root_));
    out.put("from_headline", headline_ < words_.size() ? i - static_cast<float>(headline_) : -999);
    out.put("signature", by_signature_[signatures_[b]] / std::max(best_signature_, 1.F)),
        out.put("signature_words", by_signature_[signatures_[b]]);
  }

  const Dom& dom_;
  const PageText& text_;
  const std::vector<std::uint32_t>& hints_;
  std::vector<std::string> title_keys_;
  WordBits title_;
  std::vector<BlockWords> words_;
  std::vector<Sums> sums_;
  float all_words_ = 0, best_signature_ = 0;
  std::uint32_t root_ = 0, article_ = 0;
  std::vector<std::size_t> signatures_;
  std::vector<bool> in_comments_;
  std::vector<float> twins_, articles_, since_comments_, since_related_, replies_;
  std::vector<float> by_signature_, before_good_, after_good_;
  std::size_t headline_ = 0, first_root_ = static_cast<std::size_t>(-1), last_root_ = 0;
};

}  // namespace

std::vector<std::vector<float>> content_features(const Dom& dom, const PageText& text, const PageFacts& facts) {
  const Table table(dom, text, facts);
  std::vector<std::vector<float>> rows(text.blocks.size(), std::vector<float>(content_feature_names().size()));
  for (std::size_t b = 0; b < rows.size(); ++b) {
    Values values{rows[b].data()};
    table.row(b, values);
    RASHOMON_CHECK(values.at == rows[b].data() + rows[b].size());
  }
  return rows;
}

const std::vector<std::string>& content_feature_names() {
  static const auto kNames = [] {
    Names out;
    const auto dom = Dom::parse("<p>a</p>");
    RASHOMON_CHECK(dom.has_value());
    const PageText text = text_of_page(*dom);
    Table(*dom, text, {}).row(0, out);
    return out.names;
  }();
  return kNames;
}

}  // namespace rashomon::ingest

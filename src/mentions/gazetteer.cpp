#include "mentions/gazetteer.hpp"

#include <algorithm>
#include <cstring>

#include "mentions/fold.hpp"
#include "mentions/gazetteer_layout.hpp"
#include "mentions/own_places.hpp"
#include "mentions/transliteration.hpp"

namespace rashomon::mentions {

struct Gazetteer::Impl {
  ModelFile file;
  std::span<const PackedEntry> entries;
  std::span<const PackedKey> keys;
  std::span<const std::uint32_t> postings;
  std::span<const PackedKey> consonants;
  std::span<const std::uint32_t> similar;
  std::string_view pool;
  OwnPlaces own;

  [[nodiscard]] std::string_view text(PackedText t) const {
    return t.offset <= pool.size() ? pool.substr(t.offset, t.size) : std::string_view();
  }
  [[nodiscard]] const PackedKey* key_of(std::span<const PackedKey> table, std::string_view name) const;
  void collect(std::string_view key, std::vector<GazetteerEntry>& out) const;
  void collect(const PackedKey& key, std::vector<GazetteerEntry>& out) const;
};

const PackedKey* Gazetteer::Impl::key_of(std::span<const PackedKey> table, std::string_view name) const {
  const auto it = std::lower_bound(table.begin(), table.end(), name,
                                   [this](const PackedKey& k, std::string_view n) { return text(k.name) < n; });
  return it == table.end() || text(it->name) != name ? nullptr : &*it;
}

void Gazetteer::Impl::collect(std::string_view key, std::vector<GazetteerEntry>& out) const {
  if (const PackedKey* found = key_of(keys, key)) collect(*found, out);
}

void Gazetteer::Impl::collect(const PackedKey& key, std::vector<GazetteerEntry>& out) const {
  for (std::uint32_t i = key.first; i - key.first < key.count && i < postings.size(); ++i) {
    const std::uint32_t index = postings[i] & ~kAlternateBit;
    if (index >= entries.size()) continue;
    const PackedEntry& e = entries[index];
    const std::string_view country(e.country, ::strnlen(e.country, 3));
    out.push_back({e.geonames_id,
                   text(e.name),
                   country,
                   text(e.admin1),
                   {e.latitude, e.longitude},
                   e.point_made != 0,
                   static_cast<PlaceLevel>(std::min<std::uint8_t>(e.level, 4)),
                   e.population,
                   e.capital != 0,
                   (postings[i] & kAlternateBit) != 0,
                   {}});
  }
}

Gazetteer::Gazetteer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

const ModelInfo& Gazetteer::info() const { return impl_->file.info(); }

Result<void> Gazetteer::add_table(const std::string& path) { return impl_->own.read(path); }
std::vector<GazetteerEntry> Gazetteer::find_own(std::string_view name) const { return impl_->own.find(name); }
bool Gazetteer::begins_own(std::string_view word) const { return impl_->own.begins(word); }
const std::string& Gazetteer::user_sha256() const { return impl_->own.sha256(); }
const std::vector<Error>& Gazetteer::broken_rows() const { return impl_->own.broken_rows(); }

Result<Gazetteer> Gazetteer::open(const std::string& directory) {
  auto file = ModelFile::open(directory + "/gazetteer.model", "gazetteer", kGazetteerVersion);
  if (!file) return tl::unexpected(file.error());
  auto impl = std::make_unique<Impl>();
  auto entries = file->array<PackedEntry>("entries");
  if (!entries) return tl::unexpected(entries.error());
  auto keys = file->array<PackedKey>("keys");
  if (!keys) return tl::unexpected(keys.error());
  auto postings = file->array<std::uint32_t>("postings");
  if (!postings) return tl::unexpected(postings.error());
  impl->entries = *entries;
  impl->keys = *keys;
  impl->postings = *postings;
  auto consonants = file->array<PackedKey>("consonants");
  if (!consonants) return tl::unexpected(consonants.error());
  auto similar = file->array<std::uint32_t>("similar");
  if (!similar) return tl::unexpected(similar.error());
  impl->consonants = *consonants;
  impl->similar = *similar;
  impl->pool = file->section("pool");
  impl->file = std::move(*file);
  return Gazetteer(std::move(impl));
}

std::vector<GazetteerEntry> Gazetteer::find(std::string_view name) const {
  std::vector<GazetteerEntry> out;
  const std::string key = fold_name(name);
  if (key.empty()) return out;
  impl_->collect(key, out);
  if (!out.empty()) return out;
  if (key.starts_with("al ")) impl_->collect(std::string_view(key).substr(3), out);
  else impl_->collect("al " + key, out);
  return out;
}

std::vector<GazetteerEntry> Gazetteer::find_similar(std::string_view name) const {
  std::vector<GazetteerEntry> out;
  constexpr std::size_t kLongest = 40;  // bytes; longer names are not compared letter by letter
  const std::string folded = fold_name(name), joined = joined_name(folded);
  const PackedKey* same = joined.size() > kLongest ? nullptr : impl_->key_of(impl_->consonants, consonants_of(folded));
  if (same == nullptr || joined.size() < 4) return out;
  std::size_t nearest = std::max<std::size_t>(1, joined.size() / 3);
  for (std::uint32_t i = same->first; i - same->first < same->count && i < impl_->similar.size(); ++i) {
    const std::uint32_t k = impl_->similar[i];
    if (k >= impl_->keys.size()) continue;
    const std::size_t distance = edit_distance(joined, joined_name(impl_->text(impl_->keys[k].name)), nearest);
    if (distance > nearest) continue;
    if (distance < nearest) out.clear();
    nearest = distance;
    impl_->collect(impl_->keys[k], out);
  }
  std::erase_if(out, [](const GazetteerEntry& e) { return !is_romanised(e.country); });
  for (auto& e : out) e.alternate = true;
  return out;
}

}  // namespace rashomon::mentions

#include "mentions/gazetteer.hpp"

#include <algorithm>
#include <cstring>

#include "mentions/fold.hpp"
#include "mentions/gazetteer_layout.hpp"

namespace rashomon::mentions {

struct Gazetteer::Impl {
  ModelFile file;
  std::span<const PackedEntry> entries;
  std::span<const PackedKey> keys;
  std::span<const std::uint32_t> postings;
  std::string_view pool;

  [[nodiscard]] std::string_view text(PackedText t) const {
    return t.offset <= pool.size() ? pool.substr(t.offset, t.size) : std::string_view();
  }
  void collect(std::string_view key, std::vector<GazetteerEntry>& out) const;
};

void Gazetteer::Impl::collect(std::string_view key, std::vector<GazetteerEntry>& out) const {
  const auto it = std::lower_bound(keys.begin(), keys.end(), key,
                                   [this](const PackedKey& k, std::string_view name) { return text(k.name) < name; });
  if (it == keys.end() || text(it->name) != key) return;
  for (std::uint32_t i = it->first; i < it->first + it->count && i < postings.size(); ++i) {
    const std::uint32_t index = postings[i] & ~kAlternateBit;
    if (index >= entries.size()) continue;
    const PackedEntry& e = entries[index];
    const std::string_view country(e.country, ::strnlen(e.country, 3));
    out.push_back({e.geonames_id, text(e.name), country, text(e.admin1), {e.latitude, e.longitude}, e.point_made != 0,
                   static_cast<PlaceLevel>(std::min<std::uint8_t>(e.level, 4)), e.population, e.capital != 0,
                   (postings[i] & kAlternateBit) != 0});
  }
}

Gazetteer::Gazetteer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

const ModelInfo& Gazetteer::info() const { return impl_->file.info(); }

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

}  // namespace rashomon::mentions

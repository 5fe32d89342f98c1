#include <algorithm>
#include <map>
#include <tuple>

#include "store/database.hpp"
#include "store/json.hpp"
#include "store/schema.hpp"
#include "store/store.hpp"

namespace rashomon::store {

struct Record::Impl {
  Database db;
};

Record::Record(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Record::Record(Record&&) noexcept = default;
Record& Record::operator=(Record&&) noexcept = default;
Record::~Record() = default;

Result<Record> Record::open(const std::string& path) {
  auto db = open_to_write(path);
  if (!db) return tl::unexpected(db.error());
  return Record(std::make_unique<Impl>(Impl{std::move(*db)}));
}

Result<Record> Record::open_read_only(const std::string& path) {
  auto db = open_to_read(path);
  if (!db) return tl::unexpected(db.error());
  return Record(std::make_unique<Impl>(Impl{std::move(*db)}));
}

Result<bool> Record::has(const DocumentId& id) const {
  bool found = false;
  auto done = impl_->db.query("SELECT 1 FROM documents WHERE id = ?1", {id.value}, [&](const Row&) { found = true; });
  if (!done) return tl::unexpected(done.error());
  return found;
}

Result<std::optional<ingest::Document>> Record::document(const DocumentId& id) const {
  Result<std::optional<ingest::Document>> found;
  auto done = impl_->db.query("SELECT json FROM documents WHERE id = ?1", {id.value},
                              [&](const Row& row) { found = read_document(row.text(0)); });
  if (!done) return tl::unexpected(done.error());
  return found;
}

Result<std::vector<DocumentId>> Record::document_ids() const {
  std::vector<DocumentId> out;
  auto done = impl_->db.query("SELECT id FROM documents ORDER BY id", {},
                              [&](const Row& row) { out.push_back({std::string(row.text(0))}); });
  if (!done) return tl::unexpected(done.error());
  return out;
}

Result<void> Record::add(const mentions::Analysis& analysis, const std::vector<claims::Claim>& claims) {
  Database& db = impl_->db;
  const std::string& id = analysis.document.id.value;
  return db.transaction([&]() -> Result<void> {
    const std::string json = document_json(analysis.document);
    const std::string mentions = mentions_json(analysis.mentions);
    auto done =
        db.query("INSERT OR IGNORE INTO documents (id, json, mentions) VALUES (?1, ?2, ?3)", {id, json, mentions});
    for (const claims::Claim& claim : claims) {
      if (!done) return done;
      const std::string row = claim_json(claim);
      done =
          db.query("INSERT OR IGNORE INTO claims (id, document, json) VALUES (?1, ?2, ?3)", {claim.id.value, id, row});
    }
    return done;
  });
}

Result<void> Record::add_failure(const Failure& failure) {
  return impl_->db.query("INSERT OR REPLACE INTO failures (path, code, message) VALUES (?1, CAST(?2 AS INTEGER), ?3)",
                         {failure.path, std::to_string(static_cast<int>(failure.code)), failure.message});
}

Result<void> Record::remove_failure(const std::string& path) {
  return impl_->db.query("DELETE FROM failures WHERE path = ?1", {path});
}

Result<std::vector<Failure>> Record::failures() const {
  std::vector<Failure> out;
  auto done = impl_->db.query("SELECT path, code, message FROM failures ORDER BY path", {}, [&](const Row& row) {
    out.push_back({std::string(row.text(0)), static_cast<ErrorCode>(row.integer(1)), std::string(row.text(2))});
  });
  if (!done) return tl::unexpected(done.error());
  return out;
}

Result<void> Record::set_manifest(const Manifest& manifest) {
  Database& db = impl_->db;
  return db.transaction([&]() -> Result<void> {
    auto put = [&](std::string_view section, std::string_view name, std::string_view value) {
      return db.query("INSERT OR REPLACE INTO manifest (section, name, value) VALUES (?1, ?2, ?3)",
                      {section, name, value});
    };
    auto done = db.execute("DELETE FROM manifest");
    if (done) done = put("program", "version", manifest.program_version);
    for (const auto& [name, hash] : manifest.inputs)
      if (done) done = put("input", name, hash);
    for (const auto& [name, value] : manifest.options)
      if (done) done = put("option", name, value);
    return done;
  });
}

Result<Manifest> Record::manifest() const {
  Manifest out;
  auto done =
      impl_->db.query("SELECT section, name, value FROM manifest ORDER BY section, name", {}, [&](const Row& row) {
        std::pair<std::string, std::string> entry(row.text(1), row.text(2));
        if (row.text(0) == "program") out.program_version = entry.second;
        if (row.text(0) == "input") out.inputs.push_back(std::move(entry));
        else if (row.text(0) == "option") out.options.push_back(std::move(entry));
      });
  if (!done) return tl::unexpected(done.error());
  return out;
}

Result<std::vector<reconcile::Report>> Record::reports() const {
  std::vector<reconcile::Report> out;
  std::map<std::string, std::size_t, std::less<>> at;
  Result<void> good;
  auto done = impl_->db.query("SELECT json FROM documents ORDER BY id", {}, [&](const Row& row) {
    auto document = read_document(row.text(0));
    if (!document) return void(good = tl::unexpected(document.error()));
    at.emplace(document->id.value, out.size());
    out.push_back({std::move(*document), {}});
  });
  if (done && good)
    done = impl_->db.query("SELECT json FROM claims", {}, [&](const Row& row) {
      auto claim = read_claim(row.text(0));
      if (!claim) return void(good = tl::unexpected(claim.error()));
      if (const auto it = at.find(claim->document.value); it != at.end())
        out[it->second].claims.push_back(std::move(*claim));
    });
  if (!done) return tl::unexpected(done.error());
  if (!good) return tl::unexpected(good.error());
  for (reconcile::Report& report : out)
    std::sort(report.claims.begin(), report.claims.end(), [](const claims::Claim& a, const claims::Claim& b) {
      return std::tie(a.span, a.id) < std::tie(b.span, b.id);
    });
  return out;
}

Result<std::vector<std::pair<DocumentId, mentions::Mentions>>> Record::mentions() const {
  std::vector<std::pair<DocumentId, mentions::Mentions>> out;
  Result<void> good;
  auto done = impl_->db.query("SELECT id, mentions FROM documents ORDER BY id", {}, [&](const Row& row) {
    auto found = read_mentions(row.text(1));
    if (!found) return void(good = tl::unexpected(found.error()));
    out.emplace_back(DocumentId{std::string(row.text(0))}, std::move(*found));
  });
  if (!done) return tl::unexpected(done.error());
  if (!good) return tl::unexpected(good.error());
  return out;
}

namespace {

// Writes the rows of one derived table; `json` gives a row.
template <class T, class Json>
Result<void> put_all(Database& db, const std::string& table, const std::vector<T>& values, Json json) {
  Result<void> done = db.execute("DELETE FROM " + table);
  for (const T& value : values) {
    if (!done) return done;
    const std::string row = json(value);
    done = db.query("INSERT OR REPLACE INTO " + table + " (id, json) VALUES (?1, ?2)", {value.id.value, row});
  }
  return done;
}

Result<void> put_timeline(Database& db, const std::vector<reconcile::TimelineEntry>& timeline) {
  Result<void> done = db.execute("DELETE FROM timeline");
  for (std::size_t i = 0; i < timeline.size() && done; ++i)
    done = db.query("INSERT INTO timeline (position, json) VALUES (CAST(?1 AS INTEGER), ?2)",
                    {std::to_string(i), timeline_json(timeline[i])});
  return done;
}

Result<void> update_claims(Database& db, const std::vector<reconcile::Report>& reports) {
  for (const reconcile::Report& report : reports)
    for (const claims::Claim& claim : report.claims)
      if (auto done =
              db.query("UPDATE claims SET json = ?2 WHERE id = ?1 AND json <> ?2", {claim.id.value, claim_json(claim)});
          !done)
        return done;
  return {};
}

template <class T>
Result<std::vector<T>> take_all(Database& db, const std::string& sql, Result<T> (*read)(std::string_view)) {
  std::vector<T> out;
  Result<void> good;
  auto done = db.query(sql, {}, [&](const Row& row) {
    auto value = read(row.text(0));
    if (!value) return void(good = tl::unexpected(value.error()));
    out.push_back(std::move(*value));
  });
  if (!done) return tl::unexpected(done.error());
  if (!good) return tl::unexpected(good.error());
  return out;
}

}  // namespace

Result<void> Record::set_derived(const reconcile::Derived& derived, const std::vector<reconcile::Report>& reports) {
  Database& db = impl_->db;
  return db.transaction([&]() -> Result<void> {
    Result<void> done = put_all(db, "events", derived.events, event_json);
    if (done) done = put_all(db, "tallies", derived.tallies, tally_json);
    if (done) done = put_all(db, "disputes", derived.disputes, dispute_json);
    if (done) done = put_all(db, "origins", derived.origins, origin_json);
    if (done) done = put_all(db, "stories", derived.stories, story_json);
    if (done) done = put_all(db, "copies", derived.copies, copy_json);
    if (done) done = put_timeline(db, derived.timeline);
    if (done) done = update_claims(db, reports);
    return done;
  });
}

Result<reconcile::Derived> Record::derived() const {
  reconcile::Derived out;
  Result<void> good;
  const auto fill = [&](auto& list, auto values) {
    if (!values) good = tl::unexpected(values.error());
    else list = std::move(*values);
  };
  Database& db = impl_->db;
  fill(out.events, take_all<reconcile::Event>(db, "SELECT json FROM events ORDER BY id", read_event));
  fill(out.tallies, take_all<reconcile::Tally>(db, "SELECT json FROM tallies ORDER BY id", read_tally));
  fill(out.disputes, take_all<reconcile::Dispute>(db, "SELECT json FROM disputes ORDER BY id", read_dispute));
  fill(out.origins, take_all<reconcile::Origin>(db, "SELECT json FROM origins ORDER BY id", read_origin));
  fill(out.stories, take_all<reconcile::Story>(db, "SELECT json FROM stories ORDER BY id", read_story));
  fill(out.copies, take_all<reconcile::Copy>(db, "SELECT json FROM copies ORDER BY id", read_copy));
  fill(out.timeline,
       take_all<reconcile::TimelineEntry>(db, "SELECT json FROM timeline ORDER BY position", read_timeline));
  if (!good) return tl::unexpected(good.error());
  return out;
}

}  // namespace rashomon::store

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ingest/ingest.hpp"
#include "language/engine.hpp"
#include "mentions/actor_lexicon.hpp"
#include "mentions/analysis.hpp"
#include "mentions/gazetteer.hpp"
#include "mentions/profiles.hpp"
#include "store/json.hpp"
#include "store/store.hpp"

namespace rashomon::app {

/// What the rooms read with; the gazetteer and a user's own actors are there from mentions on.
struct Models {
  language::Engine engine;
  std::optional<mentions::Gazetteer> gazetteer;
  std::optional<mentions::ActorLexicon> own_actors;

  [[nodiscard]] const mentions::ActorLexicon& actors() const {
    return own_actors ? *own_actors : mentions::ActorLexicon::builtin();
  }
  /// Rows of a user's own tables that could not be read; each message names file, line and mend.
  [[nodiscard]] std::vector<Error> broken_rows() const;
};

struct PipelineOptions {
  ingest::Options ingest;
  store::Until until = store::Until::claims;
  unsigned threads = 1;
  language::EngineOptions engine;              ///< its threads are those above
  const mentions::Profile* profile = nullptr;  ///< how figures are coded; null for as they are said
  std::string gazetteer;                       ///< path of a user's own gazetteer; empty for none
  std::string actors;                          ///< path of a user's own actors; empty for none
};

/// Bytes of `options.engine.memory` that the gazetteer and what is read from it leave to the language engine.
[[nodiscard]] std::size_t memory_of_language(const PipelineOptions& options);

/// The models that the options ask for, up to `options.until`.
/// Errors: missing_model, damaged_model; usage for kernels that the CPU has not; unreadable_input or malformed_input
/// for a user's own table that is none.
[[nodiscard]] Result<Models> open_models(const std::string& directory, const PipelineOptions& options);

/// A document as far as it was read.
struct Reading {
  mentions::Analysis analysis;
  std::vector<claims::Claim> claims;
};

/// Ingest's document through language, mentions and claims, as far as `options.until`. A document that is not in
/// English gets tokens and a warning, but no mentions and claims (unless raw). Thread-safe.
/// Errors: limit_exceeded for a text of more than kLongestText bytes, unless language is all that is asked for.
/// Cost about 15 µs a word; memory about 250 bytes a byte of text.
[[nodiscard]] Result<Reading> read_document(ingest::Document&& document, const Models& models,
                                            const PipelineOptions& options);

/// The longest text whose mentions and claims are read: a book of 1,500 pages.
inline constexpr std::size_t kLongestText = 4 << 20;
/// Bytes of text that are read at once by all threads, one longer text aside.
inline constexpr std::size_t kMostUnderWay = 4 << 20;
/// What an input weighs of that.
[[nodiscard]] std::size_t bytes_under_way(const ingest::Item& item);

/// What a run added to a record.
struct Added {
  std::size_t found = 0;   ///< documents in the input
  std::size_t added = 0;   ///< of them new in the record
  std::size_t claims = 0;  ///< in the new documents
  std::size_t failed = 0;  ///< inputs that could not be read; a folder without reports is none
};

/// Hears of each error, of what the user should know, and of how far a run is; in the calling thread.
struct Listener {
  std::function<void(const std::string&)> note = [](const std::string&) {};
  std::function<void(const store::Failure&)> failed = [](const store::Failure&) {};
  std::function<void(const Added&)> progress = [](const Added&) {};
};

/// Reads the paths into the record, then derives events, tallies, disputes, origins, stories and timeline from all
/// claims. The order of the paths does not matter; what the record has is not read again; a record that lacks nothing
/// is not written to. Inputs that cannot be read are recorded and counted.
/// Errors: the record's.
[[nodiscard]] Result<Added> read_into(store::Record& record, std::vector<std::string> paths, const Models& models,
                                      const PipelineOptions& options, const Listener& listener);

}  // namespace rashomon::app

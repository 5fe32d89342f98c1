#include "ingest/sender.hpp"

#include <fmt/format.h>

#include "ingest/identify.hpp"

namespace rashomon::ingest {

void Sender::send(std::string path, std::string_view shown, Result<Document> document) {
  if (stopped_) return;
  if (document) {
    document->path = path;
    // The same document again keeps its id; another one with the id of the first is told apart by its content. Ids that
    // are made of the content need no memory.
    const DocumentId content = content_id_of(*document);
    if (document->id != content) {
      const auto taken = ids_.emplace(document->id.value, content.value).first;
      if (taken->second != content.value) document->id = content;
    }
  } else {
    document.error().message =
        fmt::format("{}: {}", shown.empty() ? std::string_view("standard input") : shown, document.error().message);
  }
  ++sent_;
  stopped_ = !take_(Item{std::move(path), std::move(document)});
}

}  // namespace rashomon::ingest

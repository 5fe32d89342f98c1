#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "core/mapped_file.hpp"
#include "ingest/formats.hpp"
#include "ingest/input_reader.hpp"
#include "ingest/sender.hpp"

namespace rashomon::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kSmall = 16 << 20;  // bytes of a file that is mapped whole, whatever it holds

tl::unexpected<Error> too_large(std::uint64_t largest) {
  return fail(ErrorCode::limit_exceeded, fmt::format("It is larger than {} bytes; split it.", largest));
}

void send_mapped(const fs::path& file, const Place& at, InputReader& reader, Sender& sender) {
  const auto mapped = MappedFile::open(file.string());
  if (!mapped && !at.chosen && !may_be_report(Format::text, at.name)) return;
  if (!mapped) return sender.send(at.path, at.path, fail(mapped.error().code, mapped.error().message));
  unpack::MemorySource bytes(mapped->bytes());
  reader.read(bytes, at, Given{});
}

/// A file that is not small, a pipe or a device: archives and lines piece by piece, a document mapped.
void send_large(const fs::path& file, const Place& at, const Options& options, InputReader& reader, Sender& sender) {
  const auto source = unpack::FileSource::open(file.string(), reader.budget());
  if (!source && !at.chosen && !may_be_report(Format::text, at.name)) return;
  if (!source) return sender.send(at.path, at.path, tl::unexpected(source.error()));
  const unpack::RandomAccess* access = (*source)->access();
  const Format format = format_of((*source)->peek(kFormatHead), at.name);
  if (access == nullptr || is_streamed(format)) return reader.read(**source, at, Given{});
  if (!at.chosen && !may_be_report(format, at.name)) return;
  if (access->size() > options.largest) return sender.send(at.path, at.path, too_large(options.largest));
  send_mapped(file, at, reader, sender);
}

void send_file(const fs::path& file, const Place& at, const Options& options, Sender& sender) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  InputReader reader(options, sender);
  const bool small = !error && size <= std::min<std::uintmax_t>(kSmall, options.largest);
  if (!small && fs::exists(file, error)) return send_large(file, at, options, reader, sender);
  if (!error) reader.budget().earn(size);
  send_mapped(file, at, reader, sender);
}

/// Files of a folder that may be reports, in the byte order of their relative paths; hidden ones are left out.
std::vector<std::string> files_below(const fs::path& folder, std::vector<std::string>& unreadable) {
  std::vector<std::string> out;
  std::vector<fs::path> open = {folder};
  while (!open.empty()) {
    const fs::path at = std::move(open.back());
    open.pop_back();
    std::error_code error;
    fs::directory_iterator entries(at, error);
    if (error) unreadable.push_back(at.lexically_relative(folder).string());
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      const fs::path& entry = entries->path();
      if (entry.filename().string().starts_with('.')) continue;
      std::error_code status;
      // Links to folders are not followed: they may lead in circles.
      if (entries->is_directory(status) && !entries->is_symlink(status)) open.push_back(entry);
      else if (entries->is_regular_file(status) || !entries->exists(status))
        out.push_back(entry.lexically_relative(folder).string());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

void send_folder(const std::string& folder, const Options& options, Sender& sender) {
  std::vector<std::string> unreadable;
  const std::size_t before = sender.sent();
  const auto files = files_below(folder, unreadable);
  std::sort(unreadable.begin(), unreadable.end());
  for (const std::string& path : unreadable) {
    sender.send(path, fmt::format("{}/{}", folder, path),
                fail(ErrorCode::unreadable_input, "The folder cannot be read; check its permissions."));
  }
  for (const std::string& path : files) {
    if (sender.stopped()) return;
    send_file(fs::path(folder) / path, {path, path, false}, options, sender);  // passes over what is no report
  }
  if (sender.sent() == before)
    sender.send(fs::path(folder).filename().string(), folder,
                fail(ErrorCode::no_reports, "The folder holds no report; give .txt, .html or .jsonl files."));
}

void send_standard_input(const Options& options, Sender& sender) {
  InputReader reader(options, sender);
  const auto input = unpack::FileSource::standard_input(reader.budget());
  reader.read(*input, {{}, {}, true}, Given{});
}

}  // namespace

void read_paths(const std::vector<std::string>& paths, const Options& options,
                const std::function<bool(Item&&)>& take) {
  Sender sender(take);
  for (const std::string& path : paths) {
    if (sender.stopped()) return;
    std::error_code error;
    const fs::file_status status = path == "-" ? fs::file_status() : fs::status(path, error);
    const std::string name = fs::path(path).filename().string();
    if (path == "-") send_standard_input(options, sender);
    else if (error || !fs::exists(status))
      sender.send(name, path, fail(ErrorCode::unreadable_input, "There is no such file or folder; check the path."));
    else if (fs::is_directory(status)) send_folder(path, options, sender);
    else send_file(path, {name, name, true}, options, sender);
  }
}

}  // namespace rashomon::ingest

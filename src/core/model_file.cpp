#include "core/model_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/hash.hpp"

namespace rashomon {
namespace {

constexpr std::string_view kMagic = "RSHMODL1";
constexpr std::size_t kAlign = 64;
constexpr std::size_t kEntry = 48;  // 32 bytes of name, offset, size
constexpr std::uint64_t kMostSections = 4096;

// File: magic[8] checksum[8] (of all bytes after it) file_size[8] version[4] sections[4], then four strings (kind,
// origin, licence, sha256), each u32 length and bytes, then the section table, padding, the sections.

void put(std::string& out, std::uint64_t value, std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xff);
}

void pad(std::string& out) { out.resize((out.size() + kAlign - 1) / kAlign * kAlign, '\0'); }

// Reads little-endian numbers and strings; any read past the end makes it bad for good.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t number(std::size_t n) {
    const std::string_view b = take(n);
    std::uint64_t value = 0;
    for (std::size_t i = b.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(b[i]);
    return value;
  }
  std::string_view take(std::size_t n) {
    if (n > bytes_.size() - at_) {
      good_ = false;
      return {};
    }
    at_ += n;
    return bytes_.substr(at_ - n, n);
  }
  std::string string() { return std::string(take(number(4))); }
  [[nodiscard]] bool good() const { return good_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
};

std::string joined(const std::vector<ModelSection>& sections) {
  std::string all;
  for (const ModelSection& s : sections) all += s.bytes;
  return all;
}

Error refused(const std::string& path, std::string_view why) {
  return {ErrorCode::damaged_model, fmt::format("{}: {}; make it again with `rashomon models build`", path, why), {}};
}

}  // namespace

Result<ModelInfo> write_model_file(const std::string& path, ModelInfo info, const std::vector<ModelSection>& sections) {
  info.sha256 = sha256_hex(joined(sections));
  std::string head;
  for (const std::string& s : {info.kind, info.origin, info.licence, info.sha256}) {
    put(head, s.size(), 4);
    head += s;
  }
  std::size_t offset = 32 + head.size() + kEntry * sections.size();
  offset = (offset + kAlign - 1) / kAlign * kAlign;
  for (const ModelSection& s : sections) {
    std::string name = s.name.substr(0, 31);
    name.resize(32, '\0');
    head += name;
    put(head, offset, 8);
    put(head, s.bytes.size(), 8);
    offset = (offset + s.bytes.size() + kAlign - 1) / kAlign * kAlign;
  }
  std::string out(kMagic);
  put(out, 0, 8);
  put(out, offset, 8);
  put(out, info.version, 4);
  put(out, sections.size(), 4);
  out += head;
  for (const ModelSection& s : sections) {
    pad(out);
    out += s.bytes;
  }
  pad(out);
  std::string sum;
  put(sum, checksum64(std::string_view(out).substr(16)), 8);
  out.replace(8, 8, sum);

  const std::string temporary = fmt::format("{}.{}.part", path, ::getpid());
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  bool good = file != nullptr && std::fwrite(out.data(), 1, out.size(), file) == out.size();
  if (file != nullptr) good = std::fclose(file) == 0 && good;
  good = good && std::rename(temporary.c_str(), path.c_str()) == 0;
  if (!good) {
    const std::string reason = std::strerror(errno);
    std::remove(temporary.c_str());
    return fail(ErrorCode::record_failed, fmt::format("{}: could not be written: {}", path, reason));
  }
  return info;
}

Result<ModelFile> ModelFile::open(const std::string& path, std::string_view kind, std::uint32_t version) {
  auto mapped = MappedFile::open(path);
  if (!mapped)
    return fail(ErrorCode::missing_model, mapped.error().message + "; run tools/setup, or `rashomon models build`");
  ModelFile model;
  model.file_ = std::move(*mapped);
  model.path_ = path;
  const std::string_view all = model.file_.bytes();
  Reader reader(all);
  if (reader.take(8) != kMagic) return tl::unexpected(refused(path, "is not a model file"));
  const std::uint64_t sum = reader.number(8);
  const std::uint64_t size = reader.number(8);
  model.info_.version = static_cast<std::uint32_t>(reader.number(4));
  const std::uint64_t count = reader.number(4);
  if (size != all.size()) return tl::unexpected(refused(path, "is cut short"));
  if (sum != checksum64(all.substr(16))) return tl::unexpected(refused(path, "was altered"));
  for (std::string* s : {&model.info_.kind, &model.info_.origin, &model.info_.licence, &model.info_.sha256})
    *s = reader.string();
  if (count > kMostSections) return tl::unexpected(refused(path, "names too many sections"));
  for (std::uint64_t i = 0; i < count && reader.good(); ++i) {
    const std::string_view name = reader.take(32);
    const std::uint64_t offset = reader.number(8);
    const std::uint64_t bytes = reader.number(8);
    if (offset > all.size() || bytes > all.size() - offset || offset % kAlign != 0)
      return tl::unexpected(refused(path, "has a section outside itself"));
    model.sections_.emplace_back(std::string(name.substr(0, name.find('\0'))), all.substr(offset, bytes));
  }
  if (!reader.good()) return tl::unexpected(refused(path, "has a broken head"));
  if (model.info_.kind != kind || model.info_.version != version)
    return tl::unexpected(refused(path, fmt::format("is {} version {}, and {} version {} is needed", model.info_.kind,
                                                    model.info_.version, kind, version)));
  return model;
}

std::string_view ModelFile::section(std::string_view name) const {
  for (const auto& [key, bytes] : sections_)
    if (key == name) return bytes;
  return {};
}

bool ModelFile::verify_sha256() const {
  std::string all;
  for (const auto& [key, bytes] : sections_) all += bytes;
  return sha256_hex(all) == info_.sha256;
}

Error ModelFile::damaged(std::string_view section) const {
  return refused(path_, fmt::format("has a section '{}' of the wrong size", section));
}

std::string data_directory() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (const std::string own = variable("RASHOMON_DATA"); !own.empty()) return own;
  if (const std::string xdg = variable("XDG_DATA_HOME"); !xdg.empty()) return xdg + "/rashomon";
  return variable("HOME") + "/.local/share/rashomon";
}

}  // namespace rashomon

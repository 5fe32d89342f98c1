// Reads a web archive to its records and prints their number and the bytes of their blocks: the counterpart of
// bench/warc.py. unpack_warc FILE
#include <cstdio>

#include "unpack/inflate.hpp"
#include "unpack/warc.hpp"
#include "unpack/zstd.hpp"

int main(int argc, char** argv) {
  using namespace rashomon;
  if (argc != 2) return std::fputs("usage: unpack_warc FILE\n", stderr), 2;
  unpack::Budget budget;
  const auto file = unpack::FileSource::open(argv[1], budget);
  if (!file) return std::fprintf(stderr, "%s: %s\n", argv[1], file.error().message.c_str()), 1;
  std::unique_ptr<unpack::Source> layer;
  const std::string_view head = (*file)->peek(4);
  if (head.starts_with("\x1F\x8B"))
    layer = std::make_unique<unpack::InflateSource>(**file, unpack::Wrapping::gzip, budget);
  if (head.starts_with("\x28\xB5\x2F\xFD")) layer = std::make_unique<unpack::ZstdSource>(**file, budget);
  std::size_t records = 0, errors = 0;
  std::uint64_t bytes = 0;
  unpack::read_warc(layer ? *layer : **file, [&](Result<unpack::WarcRecord>&& record, std::size_t) {
    const auto block = record ? record->block(256 << 20) : tl::unexpected(record.error());
    if (block) ++records, bytes += block->size();
    else ++errors, std::fprintf(stderr, "%s\n", block.error().message.c_str());
    return true;
  });
  std::printf("%zu records, %zu errors, %llu bytes\n", records, errors, static_cast<unsigned long long>(bytes));
  return errors > 0 ? 1 : 0;
}

#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "app/wheel.hpp"
#include "core/model_file.hpp"
#include "fuzz/properties.hpp"

// Wheels and model files come as files: the bytes are given as one that lives in memory.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const int file = memfd_create("fuzz", 0);
  static const std::string path = "/proc/self/fd/" + std::to_string(file);
  static const std::string folder =
      std::filesystem::temp_directory_path() / ("files_fuzz." + std::to_string(::getpid()));
  RASHOMON_CHECK(ftruncate(file, 0) == 0 && pwrite(file, data, size, 0) == static_cast<ssize_t>(size));
  static_cast<void>(rashomon::app::unpack_wheel(path, {"a/"}, folder).has_value());
  static_cast<void>(rashomon::ModelFile::open(path, "kind", 1).has_value());
  return 0;
}

#include <fmt/format.h>

#include "app/build_models.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/output.hpp"
#include "language/engine.hpp"
#include "mentions/gazetteer.hpp"

namespace rashomon::app {
namespace {

constexpr std::string_view kFiles[] = {"english.model", "gazetteer.model"};

// What the model file says of itself, once the room that reads it has taken it.
Result<ModelInfo> info_of(std::string_view file, const std::string& folder) {
  const auto info = [](const auto& model) { return model.info(); };
  return file == kFiles[0] ? language::Engine::open(folder).map(info) : mentions::Gazetteer::open(folder).map(info);
}

Result<void> check_sha256(const std::string& path, const ModelInfo& info) {
  const auto model = ModelFile::open(path, info.kind, info.version);
  if (!model) return tl::unexpected(model.error());
  if (!model->verify_sha256())
    return fail(ErrorCode::damaged_model, path + ": was altered; make it again with `rashomon models build`");
  return {};
}

// Prints each model file; with `whole` every byte is compared with its SHA-256. The last error decides the exit code.
int show(const std::string& folder, bool whole, bool quiet, Console& console) {
  auto output = Output::open({});
  int code = 0;
  for (const std::string_view file : kFiles) {
    const std::string path = fmt::format("{}/{}", folder, file);
    const auto info = info_of(file, folder);
    const auto good = info && whole ? check_sha256(path, *info) : Result<void>();
    if (!info || !good) {
      code = fail_with(console, info ? good.error() : info.error());
    } else if (!quiet) {
      output->write(fmt::format("{}\n  layout   {} {}\n  sha256   {}{}\n  origin   {}\n  licence  {}\n", path,
                                info->kind, info->version, info->sha256, whole ? "  (verified)" : "", info->origin,
                                info->licence));
    }
  }
  if (const auto written = output->finish(); !written) return fail_with(console, written.error());
  return code;
}

}  // namespace

int run_models(const Arguments& arguments, Console& console) {
  const std::string& action = arguments.operands.front();
  const std::string folder = models_folder(arguments);
  const bool quiet = arguments.has("--quiet");
  if (action == "list") return show(folder, false, quiet, console);
  if (action == "verify") return show(folder, true, quiet, console);
  const auto built = build_models(arguments.option("--from", package_cache()), folder,
                                  [&](std::string_view what) { console.note(fmt::format("{} …", what)); });
  if (!built) return fail_with(console, built.error());
  return show(folder, false, quiet, console);
}

}  // namespace rashomon::app

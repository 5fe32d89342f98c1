#include "language/engine.hpp"
namespace rashomon::language {
struct Engine::Impl {
  ModelInfo info;
};
Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;
Result<Engine> Engine::open(const std::string&) { return Engine(std::make_unique<Impl>()); }
Parse Engine::parse(std::string_view, std::span<const Span>) const { return {}; }
const ModelInfo& Engine::info() const { return impl_->info; }
}  // namespace rashomon::language

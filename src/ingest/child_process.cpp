#include "ingest/child_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "ingest/chars.hpp"

namespace rashomon::ingest {
namespace {

/// A descriptor that is closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
};

tl::unexpected<Error> system_error(std::string_view what) {
  return fail(ErrorCode::unreadable_input, fmt::format("{}: {}.", what, std::strerror(errno)));
}

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(to, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return ::lseek(to, 0, SEEK_SET) == 0;
}

/// Starts the program with these descriptors as its own 0, 1 and 2; the error number of posix_spawnp.
int start(const std::vector<std::string>& command, int in, int out, int said, pid_t& child) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const char* path = std::getenv("PATH");
  std::string path_is = fmt::format("PATH={}", path ? path : "/usr/bin:/bin"), plain = "LC_ALL=C";
  const std::array<char*, 3> environment = {path_is.data(), plain.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  posix_spawn_file_actions_adddup2(&actions, said, 2);
  const int failed = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  return failed;
}

void set_limits(pid_t child, const ChildLimits& limits) {
  const auto set = [&](auto what, rlim_t most) {
    const rlimit limit{most, most};
    ::prlimit(child, what, &limit, nullptr);
  };
  set(RLIMIT_CPU, limits.cpu_seconds);
  set(RLIMIT_AS, limits.memory);
  set(RLIMIT_CORE, 0);
}

enum class End { done, too_long, too_idle };

End read_output(int from, const ChildLimits& limits, std::string& out) {
  std::array<char, 65536> buffer{};
  for (;;) {
    pollfd ready{from, POLLIN, 0};
    const int n = ::poll(&ready, 1, static_cast<int>(limits.idle_seconds * 1000));
    if (n < 0 && errno == EINTR) continue;
    if (n == 0) return End::too_idle;
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return End::done;
    out.append(buffer.data(), static_cast<std::size_t>(got));
    if (out.size() > limits.output) return End::too_long;
  }
}

/// The first line that the program said, without what could be of its own environment.
std::string first_line(int said) {
  std::array<char, 300> buffer{};
  const ssize_t got = ::pread(said, buffer.data(), buffer.size(), 0);
  const std::string_view all(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
  std::size_t replaced = 0;
  return valid_utf8(trim(all.substr(0, all.find('\n'))), replaced);
}

Result<std::string> judge(const std::string& name, int status, End end, const ChildLimits& limits, std::string out,
                          int said) {
  if (end == End::too_long)
    return fail(ErrorCode::limit_exceeded,
                fmt::format("{} gave more than {} bytes and was stopped.", name, limits.output));
  if (end == End::too_idle)
    return fail(ErrorCode::limit_exceeded,
                fmt::format("{} gave nothing for {} seconds and was stopped.", name, limits.idle_seconds));
  if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
    return fail(ErrorCode::limit_exceeded,
                fmt::format("{} needed more than {} seconds and was stopped.", name, limits.cpu_seconds));
  if (WIFSIGNALED(status))
    return fail(ErrorCode::malformed_input,
                fmt::format("{} broke off (signal {}), or needed more than {} bytes of memory.", name, WTERMSIG(status),
                            limits.memory));
  if (WEXITSTATUS(status) != 0)
    return fail(ErrorCode::malformed_input,
                fmt::format("{} ended with code {}. {}", name, WEXITSTATUS(status), first_line(said)));
  return out;
}

}  // namespace

Result<std::string> run_child(const std::vector<std::string>& command, std::string_view input,
                              const ChildLimits& limits) {
  const Descriptor in(::memfd_create("input", MFD_CLOEXEC)), said(::memfd_create("said", MFD_CLOEXEC));
  if (in.get() < 0 || said.get() < 0 || !write_all(in.get(), input))
    return system_error("No memory for a child's input");
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return system_error("No pipe for a child's output");
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  pid_t child = 0;
  if (const int failed = start(command, in.get(), to.get(), said.get(), child); failed == ENOENT || failed == EACCES)
    return fail(ErrorCode::unsupported_input, fmt::format("The program {} is not installed.", command[0]));
  else if (failed != 0)
    return fail(ErrorCode::unreadable_input,
                fmt::format("{} could not be started: {}.", command[0], std::strerror(failed)));
  set_limits(child, limits);
  to.close();
  std::string out;
  const End end = read_output(from.get(), limits, out);
  if (end != End::done) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return judge(command[0], status, end, limits, std::move(out), said.get());
}

}  // namespace rashomon::ingest

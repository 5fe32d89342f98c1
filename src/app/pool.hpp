#pragma once

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace rashomon::app {

/// Threads that take tasks in the order in which they were added. With one thread the tasks run as they are added.
class Workers {
 public:
  explicit Workers(unsigned threads) {
    for (unsigned i = 0; threads > 1 && i < threads; ++i) threads_.emplace_back([this] { run(); });
  }
  ~Workers() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      tasks_.clear();
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  void add(std::function<void()> task) {
    if (threads_.empty()) return task();
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
  }

 private:
  void run() {
    for (;;) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ended_ || !tasks_.empty(); });
      if (tasks_.empty()) return;
      const std::function<void()> task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> tasks_;
  bool ended_ = false;
  std::vector<std::thread> threads_;
};

/// Runs `work` on inputs in many threads and hands the results to `take` in the order of the inputs, in the thread that
/// pushes. At most four inputs a thread are under way, and no more than `most` of what `weigh` says of them unless one
/// alone weighs more, so memory stays bounded. An exception of `work` comes out of push() or finish().
template <class In, class Out>
class OrderedPool {
 public:
  OrderedPool(unsigned threads, std::function<Out(In&&)> work, std::function<bool(Out&&)> take,
              std::function<std::size_t(const In&)> weigh = {}, std::size_t most = static_cast<std::size_t>(-1))
      : window_(threads > 1 ? 4 * static_cast<std::size_t>(threads) : 1),
        most_(most),
        work_(std::move(work)),
        take_(std::move(take)),
        weigh_(std::move(weigh)),
        workers_(threads) {}

  /// Returns false once `take` wants no more.
  bool push(In&& input) {
    const std::size_t weight = weigh_ ? weigh_(input) : 0;
    while (wanted_ && !pending_.empty() && (pending_.size() >= window_ || weight > most_ - std::min(most_, held_)))
      deliver();
    while (wanted_ && !pending_.empty() && is_ready(pending_.front().result)) deliver();
    if (!wanted_) return false;
    auto task = std::make_shared<std::packaged_task<Out()>>(
        [this, held = std::make_shared<In>(std::move(input))] { return work_(std::move(*held)); });
    pending_.push_back({task->get_future(), weight});
    held_ += weight;
    workers_.add([task] { (*task)(); });
    return true;
  }

  /// Delivers what is still under way.
  void finish() {
    while (wanted_ && !pending_.empty()) deliver();
  }

 private:
  struct Pending {
    std::future<Out> result;
    std::size_t weight = 0;
  };
  static bool is_ready(const std::future<Out>& result) {
    return result.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  }
  void deliver() {
    Pending first = std::move(pending_.front());
    pending_.pop_front();
    held_ -= first.weight;
    wanted_ = take_(first.result.get());
  }

  std::size_t window_;
  std::size_t most_;
  std::size_t held_ = 0;  // weight of what is under way
  std::function<Out(In&&)> work_;
  std::function<bool(Out&&)> take_;
  std::function<std::size_t(const In&)> weigh_;
  std::deque<Pending> pending_;
  bool wanted_ = true;
  Workers workers_;  // last: its threads end before what they use
};

}  // namespace rashomon::app

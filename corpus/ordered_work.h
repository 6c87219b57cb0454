// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace imr {

// Does work on several threads and hands the results back in the order of submission, on the thread that
// submits. How much waits at a time is bounded by number and by size, so memory stays flat however long the
// work is. With one thread everything happens at once on the caller's.
//
// `make_work` gives each thread a worker of its own. What a worker throws is thrown on, in its turn, by
// submit() or finish(); what `deliver` throws passes through. Destroying the object drops what still waits.
template <typename Item, typename Result>
class OrderedWork {
 public:
  using Work = std::function<Result(Item)>;

  OrderedWork(unsigned threads, const std::function<Work()>& make_work, std::function<void(Result)> deliver)
      : deliver_(std::move(deliver)), most_waiting_(std::size_t{64} * threads) {
    if (threads <= 1) {
      inline_work_ = make_work();
      return;
    }
    for (unsigned i = 0; i < threads; ++i) {
      threads_.emplace_back([this, work = make_work()] { run(work); });
    }
  }

  ~OrderedWork() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    to_do_changed_.notify_all();
  }
  OrderedWork(OrderedWork&&) = delete;

  // `bytes` is about how much memory the item takes.
  void submit(Item item, std::size_t bytes) {
    if (inline_work_) return deliver_(inline_work_(std::move(item)));
    auto slot = std::make_unique<Slot>(Slot{std::move(item), bytes});
    {
      const std::lock_guard lock(mutex_);
      to_do_.push_back(slot.get());
    }
    to_do_changed_.notify_one();
    bytes_waiting_ += bytes;
    waiting_.push_back(std::move(slot));
    while (is_ready() || waiting_.size() >= most_waiting_ || bytes_waiting_ > kMostBytes) deliver_first();
  }

  // Waits for all that was submitted and delivers it.
  void finish() {
    while (!waiting_.empty()) deliver_first();
  }

 private:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;

  struct Slot {
    Item item;
    std::size_t bytes = 0;
    std::optional<Result> result = {};
    std::exception_ptr error = nullptr;
    bool done = false;
  };

  void run(const Work& work) {
    for (;;) {
      Slot* slot = nullptr;
      {
        std::unique_lock lock(mutex_);
        to_do_changed_.wait(lock, [&] { return !to_do_.empty() || stopped_; });
        if (stopped_) return;
        slot = to_do_.front();
        to_do_.pop_front();
      }
      work_on(*slot, work);
    }
  }

  void work_on(Slot& slot, const Work& work) {
    std::optional<Result> result;
    std::exception_ptr error;
    try {
      result = work(std::move(slot.item));
    } catch (...) {
      error = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    slot.result = std::move(result);
    slot.error = error;
    slot.done = true;
    done_changed_.notify_one();
  }

  bool is_ready() {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty() && waiting_.front()->done;
  }

  void deliver_first() {
    {
      std::unique_lock lock(mutex_);
      done_changed_.wait(lock, [&] { return waiting_.front()->done; });
    }
    const std::unique_ptr<Slot> slot = std::move(waiting_.front());
    waiting_.pop_front();
    bytes_waiting_ -= slot->bytes;
    if (slot->error) std::rethrow_exception(slot->error);
    deliver_(std::move(*slot->result));
  }

  std::function<void(Result)> deliver_;
  Work inline_work_;
  std::size_t most_waiting_;
  std::deque<std::unique_ptr<Slot>>
      waiting_;  // in order of submission; only the submitting thread touches it
  std::size_t bytes_waiting_ = 0;
  std::mutex mutex_;  // of to_do_, stopped_ and what the slots say of being done
  std::condition_variable to_do_changed_;
  std::condition_variable done_changed_;
  std::deque<Slot*> to_do_;
  bool stopped_ = false;
  std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace imr

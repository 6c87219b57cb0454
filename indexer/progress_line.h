// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace imr {

// One line on standard error, rewritten a few times a second: letters, letters a second, time left.
class ProgressLine {
 public:
  explicit ProgressLine(bool shown);
  bool wanted() const { return shown_; }
  void show(std::uint64_t letters, std::uint64_t bytes_done, std::uint64_t bytes_total);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool dirty_ = false;
  Clock::time_point start_;
  Clock::time_point last_;
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/progress_line.h"

#include <iomanip>
#include <iostream>
#include <sstream>

namespace imr {

namespace {

constexpr auto kInterval = std::chrono::milliseconds(200);

std::string clock_time(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  std::ostringstream out;
  out << whole / 60 << ':' << std::setw(2) << std::setfill('0') << whole % 60;
  return out.str();
}

}  // namespace

ProgressLine::ProgressLine(bool shown) : shown_(shown), start_(Clock::now()), last_(start_ - kInterval) {}

void ProgressLine::show(std::uint64_t letters, std::uint64_t bytes_done, std::uint64_t bytes_total) {
  const auto now = Clock::now();
  if (!shown_ || now - last_ < kInterval) return;
  last_ = now;
  dirty_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::ostringstream line;
  line << letters << " letters";
  if (seconds > 0.5)
    line << ", " << static_cast<std::uint64_t>(static_cast<double>(letters) / seconds) << " letters/s";
  if (bytes_done > 0 && bytes_total > bytes_done && seconds > 0.5) {
    const double left =
        seconds * static_cast<double>(bytes_total - bytes_done) / static_cast<double>(bytes_done);
    line << ", " << clock_time(left) << " left";
  }
  std::cerr << "\r\x1b[K" << line.str() << std::flush;
}

void ProgressLine::clear() {
  if (dirty_) std::cerr << "\r\x1b[K" << std::flush;
  dirty_ = false;
}

}  // namespace imr

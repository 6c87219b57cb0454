// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

#include <xapian.h>

namespace imr {

// When work is to stop. Whoever loops asks reached(); what was stopped knows by cut() that it is not whole.
class Deadline {
 public:
  Deadline() = default;  // never
  explicit Deadline(std::function<bool()> is_over) : is_over_(std::move(is_over)) {}

  bool is_limited() const { return is_over_ != nullptr; }

  // Whether to stop. Asks the clock at the first of every 64 calls; once true it stays true.
  bool reached() {
    if (!is_over_ || cut_) return cut_;
    return calls_++ % 64 == 0 && reached_now();
  }
  // The same, asking the clock each time; for loops with long rounds.
  bool reached_now() { return cut_ = cut_ || (is_over_ && is_over_()); }

  // Whether somebody was told to stop.
  bool cut() const { return cut_; }

 private:
  std::function<bool()> is_over_;
  std::uint64_t calls_ = 0;
  bool cut_ = false;
};

// One that never comes.
Deadline& no_deadline();

// A limit of so many seconds from now, 0 for none, in the stages of a search, so that each later stage has
// some time left for what an earlier one found.
class SearchTime {
 public:
  explicit SearchTime(double seconds);
  Deadline places;    // where words stand
  Deadline counting;  // totals and facets
  Deadline ranking;   // the page, its passages, suggestions
};

// Thrown where an answer cut short would be wrong and not only less: within NOT.
struct TimeIsOver {};

// The same query, ending early when the time is over. The deadline must outlive it.
Xapian::Query until(Deadline& deadline, const Xapian::Query& query);

}  // namespace imr

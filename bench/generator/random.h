// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace imr {

// A small generator of random numbers (SplitMix64) whose whole course follows from a seed and an
// index, so that letter k is the same whatever was generated before it. The same on all platforms.
class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t index)
      : state_(seed * 0x9E3779B97F4A7C15u ^ (index + 1) * 0xD1342543DE82EF95u) {
    next();
  }

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  // 0 to n-1; n is not 0.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>((next() >> 32) * n >> 32); }

  // first to last, both included.
  int between(int first, int last) {
    return first + static_cast<int>(below(static_cast<std::size_t>(last - first + 1)));
  }

  bool per_thousand(unsigned chance) { return below(1000) < chance; }

  // A rank from 0 below 2^octaves - 1 whose chance falls as 1/rank, octave by octave.
  std::uint32_t zipf(unsigned octaves) {
    const std::uint32_t width = 1u << below(octaves);
    return width - 1 + static_cast<std::uint32_t>(below(width));
  }

 private:
  std::uint64_t state_;
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace imr {

// Tells of most words that a table does not hold them, by a few of their bytes and without a hash of the
// whole. Private to analyzers/.
class WordSieve {
 public:
  void add(std::string_view word) {
    if (!word.empty()) buckets_.set(bucket(word));
  }
  bool may_hold(std::string_view word) const { return !word.empty() && buckets_[bucket(word)]; }

 private:
  static constexpr std::size_t kBuckets = 1 << 15;

  static std::size_t bucket(std::string_view word) {
    const auto byte = [&](std::size_t at) {
      return static_cast<std::size_t>(static_cast<unsigned char>(word[at]));
    };
    const std::size_t size = word.size();
    return (byte(0) + 37 * byte(size / 2) + 1361 * byte(size - 1) + 7919 * byte(size / 3) + 104729 * size) %
           kBuckets;
  }

  std::bitset<kBuckets> buckets_;
};

}  // namespace imr

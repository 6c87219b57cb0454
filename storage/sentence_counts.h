// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace imr {

// In how many letters sentences stand, by fingerprint, in a memory that does not grow: a count-min table
// (Cormode and Muthukrishnan, 2005) of two rows of 2^24 counters. A count is never too low, unless it passes
// 255; it is too high where a sentence shares both its counters with others, once among thousands.
class SentenceCounts {
 public:
  SentenceCounts();

  // Reads what save() wrote. Throws IndexError(corrupt) if there is no such file or it is not whole.
  explicit SentenceCounts(const std::filesystem::path& file);

  // The sentences of one letter more, or of one less; each once.
  void add(std::span<const std::uint64_t> fingerprints);
  void remove(std::span<const std::uint64_t> fingerprints);

  std::uint64_t letters() const { return letters_; }
  std::size_t count(std::uint64_t fingerprint) const;

  // Whether a sentence is in so many letters that it is nobody's own: 4 and a thirtieth of the square root of
  // the number of letters; 5 of a few, 8 of 10,000, 48 of 1.7 million.
  bool recurs(std::uint64_t fingerprint) const;

  // Durable afterwards; throws IndexError(io).
  void save(const std::filesystem::path& file) const;

 private:
  struct Free {
    void operator()(std::uint8_t* memory) const;
  };
  std::array<std::uint8_t*, 2> counters_of(std::uint64_t fingerprint) const;

  std::unique_ptr<std::uint8_t[], Free> table_;
  std::uint64_t letters_ = 0;
};

}  // namespace imr

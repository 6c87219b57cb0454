// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "corpus/determination.h"
#include "corpus/input.h"
#include "indexer/fill_rates.h"
#include "indexer/index_writer.h"

namespace imr {

// What became of the inputs: how many letters were read, in which layouts, which inputs gave none and why,
// how often each field was filled, and what was written where the vocabularies have nothing.
class ReadingReport {
 public:
  void count(const Determination& determination);
  void count(IndexWriter::Added added, const Determination& determination);
  void count(const Rejection& rejection);

  std::uint64_t letters() const { return letters_; }
  std::uint64_t records() const { return records_; }
  const std::vector<Rejection>& rejections() const { return rejections_; }
  const FillRates& fill_rates() const { return fill_rates_; }

  // For people; rejections are counted by their code, since each was told as it came. `seconds` is how long
  // reading took.
  void print(std::ostream& out, double seconds) const;
  // The same as a JSON object, rejections and repeated letters listed one by one.
  std::string json() const;

 private:
  void print_repeated(std::ostream& out) const;
  void count_problem(const Problem& problem);
  void print_unmapped(std::ostream& out) const;

  std::uint64_t letters_ = 0;
  std::uint64_t records_ = 0;
  std::uint64_t issues_ = 0;
  std::array<std::uint64_t, 5> added_ = {};
  std::vector<Rejection> rejections_;
  std::vector<std::string> repeated_;
  std::map<std::string, std::uint64_t> problems_;
  std::map<std::string, std::uint64_t> layouts_;
  std::map<std::string, std::map<std::string, std::uint64_t>> unmapped_;  // by problem code, then message
  FillRates fill_rates_;
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/randomisation_test.h"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <random>

namespace imr {

double randomisation_p(const std::vector<double>& a, const std::vector<double>& b, unsigned rounds,
                       std::uint64_t seed) {
  assert(a.size() == b.size());
  std::vector<double> differences;
  double observed = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    differences.push_back(a[i] - b[i]);
    observed += differences.back();
  }
  constexpr double kRounding = 1e-12;  // sums in another order differ in their last bits
  std::mt19937_64 coin(seed);
  unsigned as_great = 0;
  for (unsigned round = 0; round < rounds; ++round) {
    double sum = 0;
    for (const double difference : differences) sum += (coin() & 1) != 0 ? difference : -difference;
    if (std::abs(sum) >= std::abs(observed) - kRounding) ++as_great;
  }
  // The observed assignment is one of those possible.
  return (as_great + 1.0) / (rounds + 1.0);
}

}  // namespace imr

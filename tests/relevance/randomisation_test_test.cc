// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/randomisation_test.h"

#include <cmath>

#include <doctest/doctest.h>

using namespace imr;

TEST_CASE("the randomisation test finds what can be counted by hand") {
  const struct {
    std::vector<double> a;
    std::vector<double> b;
    double p;  // the share of all assignments of signs that differ as much
  } cases[] = {
      {{0.5, 0.5}, {0.5, 0.5}, 1},
      {{1, 1}, {0, 0}, 2.0 / 4},
      {{1, 1, 1, 1}, {0, 0, 0, 0}, 2.0 / 16},
      {{0, 0, 0, 0}, {1, 1, 1, 1}, 2.0 / 16},
      {{3, 1, 0}, {0, 0, 1}, 6.0 / 8},
      {{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8}, {0, 0, 0, 0, 0, 0, 0, 0}, 2.0 / 256},
  };
  for (const auto& c : cases) {
    CAPTURE(c.a.size());
    const double three_deviations = 3 * std::sqrt(c.p * (1 - c.p) / 10'000) + 1e-3;
    CHECK(std::abs(randomisation_p(c.a, c.b) - c.p) <= three_deviations);
  }
}

TEST_CASE("the same seed gives the same answer") {
  const std::vector<double> a = {0.1, 0.7, 0.4, 0.9, 0.2};
  const std::vector<double> b = {0.2, 0.3, 0.4, 0.1, 0.3};
  CHECK(randomisation_p(a, b, 1000, 7) == randomisation_p(a, b, 1000, 7));
  CHECK(randomisation_p(a, b, 1000, 7) != randomisation_p(a, b, 1000, 8));
}

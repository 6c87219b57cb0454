// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace imr {

// Fisher's paired randomisation test, two-sided (Smucker, Allan and Carterette, CIKM 2007): how likely a mean
// difference at least as great is if the two figures of each topic were swapped by a coin. `a` and `b` are of
// the same topics in the same order. The same seed gives the same answer on every system.
double randomisation_p(const std::vector<double>& a, const std::vector<double>& b, unsigned rounds = 10'000,
                       std::uint64_t seed = 1);

}  // namespace imr

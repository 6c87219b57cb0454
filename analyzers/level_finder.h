// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "analyzers/meaning_filter.h"

namespace imr {

// Finds the spinal segments that a text names, upper vertebra first: "L4-S1" is "l4-l5" and "l5-s1" at its
// position, as are "L4, L5 and S1" and "L4 through S1". A vertebra that stands alone is itself, "l4".
std::shared_ptr<const MeaningFinder> level_finder();

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/analyzer.h"

namespace imr {

// Adds the spinal segments that a text names as meanings, upper vertebra first: "L4-S1" is "l4-l5" and
// "l5-s1" at its position, as are "L4, L5 and S1" and "L4 through S1". A vertebra that stands alone is
// itself, "l4".
TokenFilter level_filter();

}  // namespace imr

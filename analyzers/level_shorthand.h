// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/lexeme.h"

namespace imr {

// Reads a spinal level at `at`: one vertebra ("L5", C1 to C8, T1 to T12, L1 to L6, S1 to S5), a segment
// ("L4-5", "L4/5", "L4-L5", "L5-1") or a range ("L3-S1", "C5-6-7"). The term is lower case with the letter
// on both ends, "l4-l5", so that all ways of writing one segment meet. False, and `found`
// undefined, if there is none. Private to analyzers/.
bool read_level(std::string_view text, std::size_t at, Lexeme& found);

}  // namespace imr

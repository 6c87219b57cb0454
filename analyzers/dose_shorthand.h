// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/lexeme.h"

namespace imr {

// Reads a dose at `at`: a number with a unit ("500 mg", "0.5%", "10 mg/ml"), or the strengths of a
// combination ("10/325mg", "10-325 mg", "10mg/325mg", "320.5-30-16mg"), which all become "10/325mg"
// and the like. Joined by a hyphen, two strengths are told from a range ("5-10 mg") by falling, or by
// a second one of at least 100 that is five times the first. Without a unit, "10/325" is a dose if the
// second number is over 100, and "10-325" if it is a usual strength of the second ingredient.
// False, and `found` undefined, if there is none. Private to analyzers/.
bool read_dose(std::string_view text, std::size_t at, Lexeme& found);

}  // namespace imr

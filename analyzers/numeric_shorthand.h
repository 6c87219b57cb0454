// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/lexeme.h"

namespace imr {

// Reads what starts with a digit, or a point and a digit, at `at`; there is always something. Private to
// analyzers/. In this order:
//   date      11/05/2012, 11-3-16, 2016-12-09, 12/2016, 10/15: digits as written, "/" between them
//   dose      see read_dose
//   score     8/10, 7.5/10, 60/100, muscle strength and reflexes 4/5, 4+/5, 2/4
//   number    120/80 and 1/2 whole; 1,200 as "1200"; 2x6 and 3rd as written
//   code      97110, 0232T, 729.1, 9792.23.1
void read_numeric(std::string_view text, std::size_t at, Lexeme& found);

// Reads a number of pieces, "#60" or "# 60", at `at`; a unit after it is a word of its own.
bool read_quantity(std::string_view text, std::size_t at, Lexeme& found);

}  // namespace imr

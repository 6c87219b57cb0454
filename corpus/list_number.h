// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace imr {

// The number in a list with which a text begins: of "1. X", "1.X", "2) X", "2.) X", "(3) X" and "Issue #4:
// X". 0 if there is none: "1.5 mg", "24-hour nursing" and "12 visits" begin with numbers of their own.
int list_number(std::string_view text);

// The text without its list number, unless that is more than `most`: "24. Hour nursing" is no 24th issue of
// a letter with one.
std::string without_list_number(std::string_view text, int most = 23);

}  // namespace imr

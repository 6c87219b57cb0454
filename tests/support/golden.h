// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace imr {

// Compares `actual` with the file tests/golden/<name>, byte for byte. Empty if they are equal, else a
// message with the first line that differs. With IMR_UPDATE_GOLDEN=1 in the environment the file is
// rewritten instead, and its diff is to be reviewed like code.
//
//     CHECK(golden_difference(text, "printers/one_hit.txt") == "");
std::string golden_difference(std::string_view actual, const std::string& name);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace imr {

// Appends to `ends` where the words of `run` end, a run of letters without blanks. One word, unless it holds
// letters of a script that is written without blanks (Han, Kana, Thai and others): those are cut
// by the Unicode word rules and ICU's dictionaries. Private to analyzers/.
void split_run(std::string_view run, std::vector<std::size_t>& ends);

}  // namespace imr

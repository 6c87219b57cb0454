// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace imr {

// Levenshtein's distance in bytes: the fewest insertions, deletions and substitutions.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace imr {

// Levenshtein's distance in bytes: the fewest insertions, deletions and substitutions. What is longer than
// kMostCompared is near nothing and not compared: its distance is the length of the longer one.
inline constexpr std::size_t kMostCompared = 500;
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// Levels of the spine named at bytes [begin, end) of a text.
//
// A range is its segments, upper vertebra first: "L4-S1" is "L4-L5" and "L5-S1". A vertebra or nerve root by
// itself is no segment.
struct SpinalLevels {
  std::size_t begin = 0;
  std::size_t end = 0;
  char region = 'L';                  // of the upper vertebra: C, T, L or S
  std::vector<std::string> segments;  // "L4-L5"; empty for a single vertebra
};

// The levels in a text: "C5-C7", "L4-5 and L5-S1", "C5 through C7", "L3-4, 4-5", "L3,4,5", "L3, 4 and 5".
// Dates, scores, angles and settings of a scanner are none.
std::vector<SpinalLevels> spinal_levels(std::string_view text);

// The segments above and below a vertebra, "l4": "l3-l4", "l4-l5"; a sixth lumbar vertebra and what lies
// beside it only where it is the one.
std::vector<std::string> segments_touching(std::string_view vertebra);

// Whether a segment lies between two vertebrae as the analyzer writes them, "l5" and "s1".
bool are_neighbours(std::string_view upper, std::string_view lower);

}  // namespace imr

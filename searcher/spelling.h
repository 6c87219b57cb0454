// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/open_segments.h"

namespace imr {

// A word of the searched text fields that may be meant by another.
struct NearWord {
  std::string word;
  std::uint64_t issues = 0;  // that hold it in one of the fields, counted for each
  bool drug = false;         // names of drugs look alike: which one is meant, only the asker knows
};

// Words of the index near a folded one that is not in it, the nearest and then the most frequent first. None
// for short words and for what is no word: numbers, codes, levels and doses are never guessed at. A known
// slip
// ("lumber") and drugs whose names are taken for each other are among them.
std::vector<NearWord> near_words(const OpenSegments& segments, std::string_view folded, std::size_t most);

}  // namespace imr

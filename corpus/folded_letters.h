// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// What is left of a text without letters that are often confused: capitals, "rn" as M, 1 and l as I, 0 as O,
// doubled letters once; nothing else.
struct FoldedLetters {
  std::string letters;
  std::vector<std::size_t> begin;  // where each stood in the text
  std::vector<std::size_t> end;    // and ended
};

FoldedLetters fold_letters(std::string_view text);

// How far the known words go with which the text begins, blanks and at most so many letters aside; 0 if it
// does not begin with them.
std::size_t length_of_words(std::string_view text, std::string_view known, std::size_t slips);

}  // namespace imr

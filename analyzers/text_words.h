// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// What stands between a word and the one before it, besides spaces.
enum Gap : unsigned {
  kGapComma = 1,
  kGapAnd = 2,     // "and" or "&"
  kGapHyphen = 4,  // also dashes and slashes
  kGapStop = 8,    // . ; and whatever else is no letter
  kGapColon = 16,
  kGapOpen = 32,
  kGapClose = 64,
};

// One word of a text. "and" and "&" are no words but part of a gap.
struct TextWord {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  std::string folded;  // lower case, without apostrophes, dots of abbreviations and the s of a plural
  unsigned gap = 0;    // between this word and the one before it
  int depth = 0;       // brackets that are open here
};

// The words of a text, then one empty word at its end whose gap is what follows the last.
// Never empty.
std::vector<TextWord> text_words(std::string_view text);

// A number of four digits that can be the year of an edition; else 0.
int year_of(const TextWord& word);

// A number without leading zeros that fits an int; else -1.
int number_of(const TextWord& word);

}  // namespace imr

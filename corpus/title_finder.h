// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/letter_lines.h"

namespace imr {

// The lines of one title, its decision included.
struct TitleRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The titles among the lines, by the rules told in issue_blocks.h.
std::vector<TitleRange> titles_in(LetterLineSpan lines);

// Where the title begins whose last line is `last`, decision or not.
std::size_t begin_of_title(LetterLineSpan lines, std::size_t last);

// The first line of a title that the end of a rationale holds because the letter was cut before its decision:
// it follows a verdict and is no sentence. The number of lines if there is none.
std::size_t begin_of_cut_title(LetterLineSpan rationale);

bool ends_in_decision(std::string_view line);

}  // namespace imr

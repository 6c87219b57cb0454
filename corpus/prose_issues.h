// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "corpus/letter_lines.h"

namespace imr {

// One issue of a letter of the layouts B and C, whose parts are told apart by sentences instead of labels.
struct ProseIssue {
  LetterLines
      title;  // "1) Regarding the request for ...:" or "1. ... is not medically necessary and appropriate."
  LetterLines body;
};

// Cuts lines into issues; what stands before the first is in none.
//
// An issue begins with "Regarding the request for", numbered or not. Where no line does: with a number in
// its turn before a title that decides, or above "The Claims Administrator based its decision on ...", where
// the number, a gap or the end of the sentence before tell how far the title goes.
std::vector<ProseIssue> prose_issues(LetterLineSpan lines);

}  // namespace imr

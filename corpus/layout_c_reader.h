// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/determination.h"
#include "corpus/letter_headings.h"

namespace imr {

// Reads a letter of layout C (late 2013 to early 2014): issues whose titles decide in words ("1. X is not
// medically necessary and appropriate."), under a cover letter that tells the outcome. Throws CorpusError
// "no_determination" if no issue has a decision.
Determination read_layout_c(const HeadedLines& letter);

}  // namespace imr

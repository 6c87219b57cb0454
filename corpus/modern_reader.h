// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/determination.h"
#include "corpus/letter_headings.h"

namespace imr {

// Reads a letter of the layouts D to G: a header table, three headings, and issues whose titles end in
// "Upheld" or "Overturned". Throws CorpusError "no_determination" if no issue has a decision.
Determination read_modern_letter(HeadedLines letter);

}  // namespace imr

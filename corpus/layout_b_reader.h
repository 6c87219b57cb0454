// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/determination.h"
#include "corpus/letter_headings.h"

namespace imr {

// Reads a letter of layout B (2013). Its list of decisions ("MAXIMUS Federal Services, Inc. has determined
// the request for X is not medically necessary and appropriate") is given twice and counts once; where the
// two do not agree, "list_mismatch" says so and the rationale chooses. Paragraphs "Regarding the request for
// X" explain. Throws CorpusError "no_determination" if no issue has a decision.
Determination read_layout_b(const HeadedLines& letter);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/determination.h"
#include "corpus/letter_headings.h"

namespace imr {

// Reads a letter of layout A (early 2013): one rationale for the items in dispute. It decides, in its closing
// words or, where these are silent, in its heading ("... IS NOT MEDICALLY NECESSARY"). Several items are told
// apart by their numbers. Throws CorpusError "no_determination" if no issue has a decision.
Determination read_layout_a(const HeadedLines& letter);

}  // namespace imr

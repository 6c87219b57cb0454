// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "corpus/cited_guideline.h"

namespace imr {

// The chapters of the Official Disability Guidelines that a part of a citation names; the part is what
// follows the name of the guidelines.
//
// A title counts where chapters are named: first in the part, before "chapter" or "section", in a list
// of chapters, or as a whole item of a list; not inside a topic ("Surgery for shoulder dislocation") or in
// brackets. If none stands there, the only body part of the topic decides ("MRI shoulder").
// Without any the result is the entry ODG; or nothing, if `named` is false because the letter does not name
// the guidelines.
std::vector<CitedGuideline> read_odg_citations(const CitedPart& part, bool named);

}  // namespace imr

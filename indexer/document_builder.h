// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/standing_text.h"
#include "corpus/determination.h"
#include "storage/segment_part.h"

namespace imr {

// A letter as the index stores it beside its record: its facet values, its words in their order, and a Xapian
// document for each issue with the terms of docs/index-format.md. The clinical summary is repeated in each
// issue's document. Words of standing text in rationales do not rank. New words and stems are added to the
// vocabulary.
LetterEntry build_entry(const Determination& determination, const Recurs& recurs, Vocabulary& vocabulary);

}  // namespace imr

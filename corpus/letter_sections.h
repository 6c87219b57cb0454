// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/letter_headings.h"
#include "corpus/letter_lines.h"

namespace imr {

// The parts of a letter of the forms D to G, headings and standing text left out. A part whose heading is
// missing is empty.
struct LetterSections {
  LetterLines header;   // what stands before the first heading
  LetterLines made;     // "HOW THE IMR FINAL DETERMINATION WAS MADE", with the credentials
  LetterLines summary;  // "CLINICAL CASE SUMMARY"
  LetterLines issues;   // "IMR ISSUES, DECISIONS AND RATIONALES"
};

// The first words of the standing sentences count as headings too, in case a heading is lost.
LetterSections letter_sections(HeadedLines letter);

}  // namespace imr

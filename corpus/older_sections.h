// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "corpus/letter_headings.h"
#include "corpus/letter_lines.h"

namespace imr {

// The parts of a letter of the layouts A to C, headings left out. A part whose heading is missing is empty.
struct OlderSections {
  LetterLines header;             // what stands before the first heading, or under the letter's own name
  LetterLines qualifications;     // of the reviewer
  LetterLines summary;            // without the sentence that tells where it was taken from
  LetterLines documents;          // in B with the issues, which have no heading of their own
  LetterLines issues;             // C
  LetterLines decisions;          // B: what follows INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
  LetterLines dispute;            // A
  LetterLines guidelines;         // A
  LetterLines rationale;          // A
  std::string rationale_heading;  // A
  std::string disclaimer;         // B: "The following case summary was taken ... dated 7/16/2013"
};

// Greetings at the end of a letter or cover letter, copies and disclaimers of the company are in no part.
OlderSections older_sections(const HeadedLines& letter);

}  // namespace imr

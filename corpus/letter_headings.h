// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/letter_lines.h"

namespace imr {

// The headings of all layouts; the letters tell which have them.
enum class Heading {
  made,                   // C to G: HOW THE IMR FINAL DETERMINATION WAS MADE
  clinical_summary,       // C to G: CLINICAL CASE SUMMARY
  issues,                 // D to G: IMR ISSUES, DECISIONS AND RATIONALES
  decisions,              // C: IMR DECISION(S) AND RATIONALE(S)
  documents,              // A to C: DOCUMENTS REVIEWED, with or without FOR DETERMINATION
  notice,                 // B: Notice of Independent Medical Review Determination
  review_decision,        // B: INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
  expert_qualifications,  // B: Medical Qualifications of the Expert Reviewer
  expert_summary,         // B: Expert Reviewer Case Summary
  effect,                 // B: Effect of the Decision
  professional_review,    // A: MEDICAL PROFESSIONAL REVIEW
  dispute,                // A: ISSUE AT DISPUTE
  case_summary,           // A: CASE SUMMARY
  guidelines,             // A: MEDICAL TREATMENT GUIDELINE(S) RELIED UPON ...
  rationale,              // A: RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS ...
  qualifications,         // A: MEDICAL REVIEWER QUALIFICATIONS
};

// As the form writes it, for messages.
std::string_view name_of(Heading heading);

struct FoundHeading {
  Heading heading = Heading::made;
  std::size_t line = 0;   // index of its first line
  std::size_t lines = 1;  // how many it takes
  std::string written;    // what the letter has, without what follows it
  std::string rest = {};  // what follows the heading and its colon on the last of its lines
};

// The heading that begins on line `i`. Headings are known in any case, broken over lines, with text after
// their colon, with "(S)" or without, and with few letters wrong.
std::optional<FoundHeading> heading_at(LetterLineSpan lines, std::size_t i);

// A letter's lines with all its headings, in order.
struct HeadedLines {
  LetterLines lines;
  std::vector<FoundHeading> headings;
};

HeadedLines with_headings(LetterLines lines);

// Where the colon after a heading or label is, a semicolon counting as one; npos if there is none.
inline std::size_t colon_in(std::string_view line) { return std::min(line.find(':'), line.find(';')); }

// True if a few wrong, lost or added letters make one of the other: at most one in ten.
bool nearly_equal(std::string_view letters, std::string_view known);

// The same for a number of slips that is given. `known` has no more letters than the longest heading.
bool within_slips(std::string_view letters, std::string_view known, std::size_t slips);

}  // namespace imr

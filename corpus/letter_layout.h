// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "corpus/determination.h"
#include "corpus/letter_headings.h"

namespace imr {

// Letters of one form are read by one reader.
enum class LetterForm {
  none,    // no determination
  a,       // early 2013: begins "MEDICAL PROFESSIONAL REVIEW", "ISSUE AT DISPUTE"
  b,       // 2013: "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE", a case summary of the expert reviewer
  c,       // late 2013 to 2014: "IMR DECISION(S) AND RATIONALE(S)" after a list of documents
  d_to_g,  // since 2014: "IMR ISSUES, DECISIONS AND RATIONALES"
};

// Told by the headings; without any, by the labels inside issues.
LetterForm letter_form(const HeadedLines& letter);

// What tells the layouts D to G apart.
struct LayoutSigns {
  bool list_credentials = false;   // "State(s) of Licensure:"
  bool prose_credentials = false;  // "is licensed to practice in"
  std::string_view citations;      // all citation texts of the letter
  std::optional<Date> decision_date = {};
};

// The rule, structure before dates:
//   D  the credentials are prose;
//   G  an ACOEM chapter is cited as "... Disorders" after "MTUS", or, where the citations do not tell,
//      the decision is of December 2017 or later;
//   F  MTUS titles bear their year, or "Section(s):" or "outside of the MTUS" is used;
//   E  "Chapter 8", "Page(s):" or "did not base their decision on the MTUS" is used;
//   where neither or both are: F from March 2016 on, else E.
// A decision before December 2017 is never G: the new MTUS came into force on the 1st of that month.
Layout layout_of_signs(const LayoutSigns& signs);

}  // namespace imr

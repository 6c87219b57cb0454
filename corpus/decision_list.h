// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/determination.h"
#include "corpus/letter_lines.h"

namespace imr {

// "2) MAXIMUS Federal Services, Inc. has determined the request for X is not medically necessary and
// appropriate."
struct ListedDecision {
  std::string treatment;
  Decision decision = Decision::upheld;
  int number = 0;  // 0: none is written
  std::size_t line = 0;
};

// All such statements among the lines.
std::vector<ListedDecision> listed_decisions(LetterLineSpan lines);

// True if both name the same treatment, blanks, case and single slips aside.
bool same_treatment(std::string_view one, std::string_view other);

// True if both may name the same treatment where their numbers say so too: one letter in four may differ, and
// any digit.
bool like_treatment(std::string_view one, std::string_view other);

// Cuts statements into the first list and those after it: a new list begins where the numbers or the
// treatments start again.
std::size_t length_of_first_list(const std::vector<ListedDecision>& decisions);

}  // namespace imr

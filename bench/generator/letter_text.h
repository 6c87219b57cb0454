// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "bench/generator/letter_plan.h"
#include "bench/generator/random.h"

namespace imr {

// Appends the text of the letter: the header table, the reviewer, a clinical summary and the issues with
// their rationales, all in the form of its era.
void append_letter(const LetterPlan& plan, Random& random, std::string& out);

}  // namespace imr

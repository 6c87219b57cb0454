// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/analyzer.h"

namespace imr {

// Cuts running text into words and keeps medical shorthand whole, with a class each.
//
// Words are runs of letters, digits and marks of any script, with apostrophes inside. Shorthand is read
// as in level_shorthand.h ("L4-5": l4-l5), dose_shorthand.h ("10-325 mg": 10/325mg), numeric_shorthand.h
// (dates, scores, codes, "#60") and word_shorthand.h ("x ray", "P&S", "M54.5"). Typographic dashes and
// apostrophes count as ASCII ones, and a hyphen at the end of a line joins the next.
//
// Words joined by hyphens or slashes come whole first, marked `compound`, then part by part:
// "EMG/NCV" is EMG/NCV at 1, EMG at 1, NCV at 2. Numbers, doses, levels and the like that are joined among
// themselves are only cut. No compound is made of more than six parts or 64 bytes.
//
// Terms are as written except where shorthand has a normal form; case_filter() folds them. Every term holds a
// letter or a digit.
Tokenizer word_tokenizer();

}  // namespace imr

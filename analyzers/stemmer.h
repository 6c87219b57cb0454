// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "analyzers/token.h"

namespace imr {

// Writes the stem of a folded term to `stem`.
//
// Words: by stem_exceptions.txt if they are there, else by the English Snowball stemmer, after
// dropping a possessive "'s". Words with digits or of other scripts are their own stem. Of a dose such as
// "10/325mg" the stem is "10/325", which is also that of the strengths without a unit. All else
// (codes, levels, dates …) is its own stem. Never empty. Safe to call from several threads.
void stem_term(std::string_view term, TokenClass token_class, std::string& stem);

// The usual spelling of a folded word that has another one (British, misspelt, an irregular plural); else the
// word itself. The view lives as long as the program or the word.
std::string_view usual_word(std::string_view folded);

}  // namespace imr

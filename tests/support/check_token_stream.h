// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"

namespace imr {

// What every analyzer owes its callers, checked on one text with doctest: a token full of nonsense is filled
// wholly; terms are not empty; ranges lie in the text and go forwards; positions start at 1 and go forwards,
// at each surface terms before stems; the end stays the end; a second run is equal, beside an unfinished run
// too.
void check_token_stream(const Analyzer& analyzer, std::string_view text);

// The same on texts chosen to hurt: empty, marks only, bytes that are not UTF-8, emoji, right-to-left,
// scripts without blanks, 100,000 characters, one very long word.
void check_token_stream(const Analyzer& analyzer);

// The texts of the above.
const std::vector<std::string>& nasty_texts();

}  // namespace imr

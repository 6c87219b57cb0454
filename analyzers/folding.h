// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace imr {

// The form in which texts are compared: equal after folding means equal for a reader who does not mind
// case and typography.
//
// Unicode's NFKC_Casefold (case, ligatures, full-width and superscript forms, and no soft hyphens or
// zero-width characters), then: dashes are "-", apostrophes and quotation marks are ' and ", blanks
// of any width " ", the multiplication sign "x", and accents on Latin letters go, so that "café"
// meets "cafe". Accents of other scripts stay, where they tell words apart. Line ends and the number
// of blanks stay. Bytes that are not UTF-8 become U+FFFD. Folding twice changes nothing.
std::string fold(std::string_view text);

// The same in place; no allocation for ASCII.
void fold_term(std::string& term);

}  // namespace imr

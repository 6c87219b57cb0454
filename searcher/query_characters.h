// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace imr {

// What the query language needs to know of characters. Offsets and lengths are bytes of UTF-8;
// a byte that is no UTF-8 is a character of its own and counts as a letter.

// The length of the character at `offset`, which must lie in the text.
std::size_t character_length(std::string_view text, std::size_t offset);

// The length of the Unicode white space at `offset`, which must lie in the text; 0 if there is none.
std::size_t blank_at(std::string_view text, std::size_t offset);

// The length of the double quote at `offset`, straight or typographic; 0 if there is none or the
// text ends there.
std::size_t quote_at(std::string_view text, std::size_t offset);

bool has_letter_or_digit(std::string_view text);

}  // namespace imr

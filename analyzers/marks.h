// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// Punctuation that is written in many ways and means one. Private to analyzers/.
namespace imr {

// The ASCII character that stands for `code_point`: dashes "-", apostrophes and primes "'", double quotes,
// blanks of any width, "/" for the fraction slashes, "x" for the multiplication sign, and the
// full-width forms. 0 if there is none.
char plain_mark(std::int32_t code_point);

// Soft hyphens, zero-width characters, direction marks: they are in the text, not in the word.
bool is_invisible(std::int32_t code_point);

}  // namespace imr

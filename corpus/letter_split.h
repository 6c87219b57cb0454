// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace imr {

// One letter within a text.
struct LetterText {
  std::string_view text;
  std::size_t first_line = 1;  // in the whole text, from 1
};

// Cuts a text at the letters that begin in it after the issues of another. A letter begins with a header
// table that gives another case number, with "HOW THE IMR FINAL DETERMINATION WAS MADE", or with the first
// heading of the layouts A and B; what stands above that on its page, or its letterhead, belongs to it. The
// pieces lie in `text` and make it up; there is always one.
std::vector<LetterText> split_letters(std::string_view text);

}  // namespace imr

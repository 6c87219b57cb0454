// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text_words.h"

namespace imr {

// The text of a request and its words, read once for all that is looked for in it. Dashes, blanks and
// apostrophes are ASCII, "×" is "x".
struct RequestText {
  explicit RequestText(std::string_view treatment);

  std::string text;
  std::vector<TextWord> words;  // as text_words() gives them: an empty one at the end
};

// Whether `text` has no small letters.
bool in_capitals(std::string_view text);

}  // namespace imr

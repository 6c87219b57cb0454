// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace imr {

// Words that stand next to each other in a query and name something that has other names.
struct Synonyms {
  std::string typed;                     // the words, folded and without the s of the plural
  std::vector<std::string_view> others;  // other names of the same thing
};

// What Medical Subject Headings know of a text: the longest names in it, from left to right. Stop words and
// words of asking by themselves are no names. The views are valid for ever.
std::vector<Synonyms> synonyms_in(std::string_view text);

}  // namespace imr

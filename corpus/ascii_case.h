// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace imr {

// True if the text begins with `lower`, in whatever case. What is asked of every line of a letter is asked
// this way first, and of a regular expression only where the answer is yes.
inline bool begins_with(std::string_view text, std::string_view lower) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  return std::ranges::equal(text.substr(0, lower.size()), lower, {}, small);
}

}  // namespace imr

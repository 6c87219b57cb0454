// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace imr {

// "medically necessary and appropriate" in a text, its words in either order, blanks lost or added and few
// letters wrong.
struct VerdictPhrase {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool negated = false;  // in itself: "medically unnecessary", "medically necessary and not appropriate"
};

// The last in the text.
std::optional<VerdictPhrase> last_verdict_phrase(std::string_view text);

// The last in the text, if nothing comes after it but such words as "at this time" or "(see below)".
std::optional<VerdictPhrase> closing_verdict_phrase(std::string_view text);

}  // namespace imr

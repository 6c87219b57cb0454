// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace imr {

// What a spinal level in a query means, as the index names it. Empty if the text is none.
struct LevelTerms {
  std::vector<std::string> names;  // any of them: the segments of a range; all that touch a single vertebra
  std::vector<std::string> shown;  // the same as people write them: "L4-L5"
};

LevelTerms level_terms(std::string_view text);

}  // namespace imr

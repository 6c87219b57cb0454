// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace imr {

// The byte ranges [begin, end) of a text that quote a guideline, in order, none overlapping: passages of
// twelve words or more in quotation marks, and numbered lists behind a colon, if what leads to them names a
// guideline or its criteria. What a quotation says of one person ("he", "this claimant") is no guideline's:
// it ends before that sentence or item.
std::vector<std::pair<std::size_t, std::size_t>> guideline_quotations(std::string_view text);

}  // namespace imr

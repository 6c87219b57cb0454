// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace imr {

// `text` cut at every `separator`; always at least one part.
std::vector<std::string_view> parts_of(std::string_view text, char separator);

// The rows of a tab-separated table without its comments ("# ..."), as views into `table`.
std::vector<std::vector<std::string_view>> rows_of(std::string_view table);

}  // namespace imr

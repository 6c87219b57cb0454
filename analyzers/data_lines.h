// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace imr {

// The lines of an embedded data file without comments (#) and empty lines. Private to analyzers/.
std::vector<std::string_view> data_lines(std::string_view file);

}  // namespace imr

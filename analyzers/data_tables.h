// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace imr {

// The rows of an embedded table, columns parted by tabs; each has so many cells, the last ones empty where a
// line is short. Lines that begin with "#" are comments. Views are of the text.
std::vector<std::vector<std::string_view>> table_rows(std::string_view tsv, std::size_t columns);

// The entries of a cell that are parted by "; ".
std::vector<std::string_view> cell_entries(std::string_view cell);

}  // namespace imr

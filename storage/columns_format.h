// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace imr {

// A columns file begins with this, then the header's length as a little-endian 64-bit number, the header as
// JSON padded by blanks to a multiple of eight, and the arrays, each aligned to eight bytes.
constexpr std::string_view kColumnsMagic = "IMRCOL01";

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace imr {

// XXH3 (64 bits) of the bytes, as 16 hexadecimal digits. Private to analyzers/.
std::string hex_digest(std::string_view bytes);

}  // namespace imr

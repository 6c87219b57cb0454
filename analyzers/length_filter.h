// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/analyzer.h"

namespace imr {

// No term is longer than this many bytes.
inline constexpr std::size_t kLongestTerm = 64;

// Cuts longer terms between two code points and puts "~" and 16 digits, a hash of the whole term, at the end,
// so that different terms stay different and the same term stays the same.
TokenFilter length_filter();

}  // namespace imr

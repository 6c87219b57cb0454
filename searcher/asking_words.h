// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace imr {

// Words in which people ask rather than say what about: "please", "find", "information", "any". In best match
// they are passed over like stop words. Folded; negations and times are not among them.
bool is_asking_word(std::string_view folded);

}  // namespace imr

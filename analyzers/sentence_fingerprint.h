// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace imr {

// By which a sentence is known again in other letters: XXH3 of its letters folded, whatever its case, blanks,
// marks and digits. None for a sentence of fewer than eight words: short ones are alike by chance.
std::optional<std::uint64_t> sentence_fingerprint(std::string_view sentence);

}  // namespace imr

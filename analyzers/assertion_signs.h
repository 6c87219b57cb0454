// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analyzers/assertion.h"

// Private to analyzers/.
namespace imr {

// Signs that a reader speaks as a word: "(-)" is "negative", "(+)" is "positive", and the mark of "?fracture"
// is "query". In order; empty for most texts.
std::vector<AssertionWord> spoken_signs(std::string_view text);

// Both in order. No sign lies in a word.
std::vector<AssertionWord> with_signs(std::span<const AssertionWord> words,
                                      std::span<const AssertionWord> signs);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <unordered_set>

#include "analyzers/analyzer.h"

namespace imr {

using StopWords = std::unordered_set<std::string_view>;

// The words of stop_words.txt, folded. "no", "not", "nor" and "without" are not among them: they turn the
// meaning of a finding.
const StopWords& english_stop_words();

bool is_stop_word(std::string_view folded);

// Marks tokens that are words of the list; removes none, so that phrases can hold them. `words` must
// outlive the analyzer. The input must be folded.
TokenFilter stop_filter(const StopWords& words);

}  // namespace imr

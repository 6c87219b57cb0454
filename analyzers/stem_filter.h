// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/analyzer.h"

namespace imr {

// Adds to every token its stem (see stemmer.h) as a token of kind `stem` at the same position and range,
// after the surface terms of that position. A hyphenated word as a whole has the stem of the word without
// hyphens
// ("work-up", "workup"); of other compounds the stem is the whole. The input must be folded.
TokenFilter stem_filter();

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/analyzer.h"

namespace imr {

// Folds terms as fold() does: case, typography, accents on Latin letters.
TokenFilter case_filter();

}  // namespace imr

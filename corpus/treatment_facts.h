// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "corpus/determination.h"

namespace imr {

// Reads from the text of a request what was asked for: category, drugs, body parts, spinal levels, visits,
// quantity. What it does not say stays empty.
TreatmentFacts treatment_facts(std::string_view treatment);

}  // namespace imr

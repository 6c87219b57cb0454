// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/generator/letter_plan.h"

namespace imr {

// Adds an issue about `area`: after an operation often a service that goes with it and shares its decision,
// else a treatment by weight, now and then as a split request. `leniency` scales the chance of an
// overturned decision, in percent.
void add_issue(LetterPlan& plan, const Area& area, unsigned leniency, Random& random);

}  // namespace imr

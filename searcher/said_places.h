// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/assertion.h"
#include "searcher/place_query.h"

namespace imr {

// The places of words where this is said of the first of them, by the marks in the index. Affirmed is what
// has no mark.
PlaceQuery said_places(Assertion assertion, PlaceQuery words);

}  // namespace imr

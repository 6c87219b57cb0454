// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <xapian.h>

#include "schema/schema.h"
#include "searcher/deadline.h"
#include "searcher/open_segments.h"
#include "searcher/place_query.h"

namespace imr {

// The issues in which words stand as asked in one of these text fields, found beforehand from the positions
// that the index keeps; each has this weight. Those found by then when the time is over. The segments must
// outlive it.
Xapian::Query place_source(const OpenSegments& segments, const PlaceQuery& query,
                           std::span<const std::string> fields, double weight = 0,
                           Deadline& deadline = no_deadline());

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "searcher/open_segments.h"

namespace imr {

// Xapian 1.4.22 reads a term without weight that stands in every document as the list of all documents, and
// loses its way in that list where documents were deleted and it has several chunks ("Unexpected end of
// posting list"). So where a segment has lost documents such a term is asked for in another way wherever it
// has no weight. Queries below are taken to have none.

// Finds the same in this segment.
Xapian::Query weightless(const Segment& segment, const Xapian::Query& query);

// Finds the same in all segments together.
Xapian::Query weightless(const OpenSegments& segments, const Xapian::Query& query);

}  // namespace imr

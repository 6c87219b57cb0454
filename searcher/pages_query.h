// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "corpus/determination.h"
#include "searcher/open_segments.h"

namespace imr {

// Any term of the index that is this prefix and a range of pages that meets one of those asked for; no weight
// of its own.
Xapian::Query pages_query(const OpenSegments& segments, const std::string& prefix,
                          const std::vector<PageRange>& wanted);

}  // namespace imr

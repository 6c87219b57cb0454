// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.h"
#include "searcher/open_segments.h"
#include "searcher/response.h"
#include "searcher/search_request.h"
#include "searcher/where_filter.h"

namespace imr {

// All matches of a query, and what was counted over them. Everything is exact unless the time was over.
struct MatchCounts {
  std::uint64_t issues = 0;
  std::uint64_t letters = 0;
  std::vector<Facet> facets = {};
  std::vector<std::vector<Row>> rows = {};  // by segment, ascending
};

// Counts in one pass over the matches of `query`, which does not hold the conditions: a match that passes
// them all counts everywhere, one that fails those of a single facet counts among that facet's other values.
// When the time is over, what was found by then is counted, and facets are marked as not exact.
MatchCounts count_matches(const OpenSegments& segments, const Xapian::Query& query, const WhereFilter& filter,
                          const std::vector<FacetRequest>& facets, Deadline& deadline = no_deadline());

// The same facets over issues found before, by segment.
std::vector<Facet> count_values(const OpenSegments& segments, const std::vector<std::vector<Row>>& rows,
                                const std::vector<FacetRequest>& facets);

// 95 % Wilson score interval of `successes` in `trials`, which is not 0 (Wilson 1927, JASA 22:209-212).
std::pair<double, double> wilson_interval(std::uint64_t successes, std::uint64_t trials);

}  // namespace imr

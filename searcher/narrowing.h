// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "searcher/open_segments.h"
#include "searcher/response.h"
#include "searcher/search_request.h"
#include "searcher/where_filter.h"

namespace imr {

// More issues than this are too many to read.
constexpr std::uint64_t kTooManyIssues = 50;

// The facet by which these issues (by segment) are divided best, with its most frequent values: the one whose
// value tells most, by entropy (Shannon 1948), of those that the request counts, else of those that people
// ask by. None that has a condition, and none that puts all issues into one.
std::optional<Facet> best_division(const OpenSegments& segments, const std::vector<std::vector<Row>>& rows,
                                   const SearchRequest& request, const WhereFilter& filter);

// Bits that the value of an issue tells, where issues have these values so often and the others have none.
double bits_of(const std::vector<std::uint64_t>& counts, std::uint64_t issues);

}  // namespace imr

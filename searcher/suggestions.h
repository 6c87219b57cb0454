// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "searcher/deadline.h"
#include "searcher/open_segments.h"
#include "searcher/query_tree.h"
#include "searcher/response.h"
#include "searcher/search_request.h"
#include "searcher/where_filter.h"

namespace imr {

// What else could be asked where a query finds nothing, or says in words what a facet says better. Each is
// a query with the issues that it would find; nothing is applied.
//   without    the query without one of its parts, or one condition less
//   spelling   another word of the index for one that is not in it; look_alike: one of drugs with like names
//   alone      a part by itself, where leaving out one is not enough
//   facet      a required word that is a value: "overturned" as decision:overturned
// Suggestions that would find nothing are left out, but for parts by themselves; so are those that were not
// counted when the time is over.
std::vector<Suggestion> suggestions_for(const OpenSegments& segments, const QueryNode& tree,
                                        const SearchRequest& request, std::uint64_t found,
                                        Deadline& deadline = no_deadline());

}  // namespace imr

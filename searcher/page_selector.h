// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.h"
#include "searcher/issue_order.h"
#include "searcher/open_segments.h"
#include "searcher/search_request.h"

namespace imr {

// One line of a result list: an issue, and in a list of letters the letter's other matching issues.
struct PageEntry {
  Ranked best;
  std::vector<Ranked> others = {};
};

struct PageRequest {
  const Xapian::Query& query;                    // with all conditions
  bool ranked;                                   // false: all scores are 0
  const std::vector<std::vector<Row>>& matches;  // by segment, all of them
  const SearchRequest& search;                   // sort, limit, offset, grouping
  std::optional<OrderPosition> after = {};       // only what comes behind this; offset is 0 then
  Deadline& deadline = no_deadline();
};

// The entries from `offset` on, at most `limit`, in the order of searcher/issue_order.h. Behind a position
// all matches are looked at, however deep it is. When the time is over, the best of those looked at by then.
std::vector<PageEntry> select_page(const OpenSegments& segments, const PageRequest& request);

// The best `count` issues, more than none, by score alone; fewer if fewer match.
std::vector<Ranked> best_issues(const OpenSegments& segments, const Xapian::Query& query, std::size_t count,
                                Deadline& deadline = no_deadline());

}  // namespace imr

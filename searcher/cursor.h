// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/issue_order.h"
#include "searcher/open_segments.h"
#include "searcher/search_request.h"

namespace imr {

// Where a page of results ends: the last issue of it (of a letter, its best) and its rank.
struct Cursor {
  OrderPosition last;
  std::uint64_t rank = 0;
};

// The cursor as text for URLs and command lines, tied to the state of the index and to all of the request
// that decides which issues come in which order.
std::string written(const Cursor& cursor, const OpenSegments& segments, const SearchRequest& request);

// Throws QueryError: bad_cursor if it is no cursor, or one of another request; cursor_stale if the index has
// changed since.
Cursor read_cursor(std::string_view text, const OpenSegments& segments, const SearchRequest& request);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/clause.h"
#include "searcher/deadline.h"
#include "searcher/open_segments.h"
#include "searcher/query_tree.h"
#include "searcher/response.h"
#include "searcher/search_request.h"

namespace imr {

// A query as Xapian takes it, and what was understood.
struct BuiltQuery {
  Xapian::Query query;
  bool ranked = false;      // some part of it gives weight; else all matches rank the same
  std::string interpreted;  // the query in full, every implied operator and label spelled out
  std::vector<Expansion> expansions = {};
  std::vector<std::string> warnings = {};
  std::vector<Clause> clauses = {};  // positive conditions on words, for passages
};

// Turns the tree of what was typed into a query, with the schema and the analyzer of the index.
// Throws QueryError: unknown_field, unknown_value, bad_range, not_supported, too_many_expansions.
// `expand`: whether abbreviations, concepts, drugs and levels are found under their other names too.
// When the time is over, what was found of places by then; TimeIsOver where that would be wrong.
BuiltQuery build_query(const QueryNode& tree, const OpenSegments& segments, Match match, bool expand = true,
                       Deadline& deadline = no_deadline());

}  // namespace imr

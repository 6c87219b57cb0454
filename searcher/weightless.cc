// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/weightless.h"

#include <functional>
#include <string>
#include <vector>

#include "searcher/row_source.h"

namespace imr {

namespace {

using Xapian::Query;

bool lost_documents(const Segment& segment) {
  const Xapian::Database& database = segment.database();
  return database.get_doccount() < database.get_lastdocid();
}

bool is_everywhere(const Segment& segment, const std::string& term) {
  return lost_documents(segment) &&
         segment.database().get_termfreq(term) == segment.database().get_doccount();
}

// The same query with other leaves; weights are left out.
Query with_terms(const Query& query, const std::function<Query(const Query& term)>& replaced) {
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
    parts.push_back(with_terms(query.get_subquery(i), replaced));
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return replaced(query);
    case Query::OP_SCALE_WEIGHT:
      return parts.front();
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
    case Query::OP_OR:
      return Query(Query::OP_OR, parts.begin(), parts.end());
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
    case Query::OP_AND_MAYBE:
      return Query(query.get_type(), parts.begin(), parts.end());
    default:
      return query;
  }
}

}  // namespace

Query weightless(const Segment& segment, const Query& query) {
  if (!lost_documents(segment)) return query;
  return with_terms(query, [&](const Query& leaf) {
    return is_everywhere(segment, *leaf.get_terms_begin()) ? Query::MatchAll : leaf;
  });
}

Query weightless(const OpenSegments& segments, const Query& query) {
  bool any_lost = false;
  for (std::size_t i = 0; i < segments.size(); ++i)
    any_lost = any_lost || lost_documents(segments.segment(i));
  if (!any_lost) return query;
  return with_terms(query, [&](const Query& leaf) {
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (is_everywhere(segments.segment(i), *leaf.get_terms_begin()))
        return Query((new RowSource(segments, leaf))->release());
    }
    return leaf;
  });
}

}  // namespace imr

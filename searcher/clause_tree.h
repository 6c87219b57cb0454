// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/determination.h"
#include "searcher/explanation.h"
#include "searcher/open_segments.h"
#include "searcher/query_tree.h"
#include "searcher/search_request.h"
#include "searcher/where_filter.h"

namespace imr {

// An issue and the letter it was read from.
struct ExplainedIssue {
  const OpenSegments& segments;
  OpenSegments::Place place;
  const Determination& letter;
  const Issue& issue;
};

// Each part of a query, asked of one issue by itself. Throws QueryError as build_query() does.
ClauseReport clause_report(const ExplainedIssue& issue, const QueryNode& tree, const SearchRequest& request);

// Each field's conditions, asked of one issue.
std::vector<ConditionReport> condition_reports(const ExplainedIssue& issue, const WhereFilter& filter,
                                               const SearchRequest& request);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_part.h"

#include <algorithm>

#include "searcher/weightless.h"

namespace imr {

using Xapian::Query;

std::string said_within(const QueryPart& part, Grip grip) {
  return part.grip < grip ? "(" + part.said + ")" : part.said;
}

QueryPart joined(const std::vector<QueryPart>& parts, Query::op op, const std::string& word, Grip grip) {
  if (parts.size() == 1) return parts.front();
  std::vector<Query> queries;
  std::string said;
  for (const QueryPart& part : parts) {
    queries.push_back(part.query);
    said += (said.empty() ? "" : " " + word + " ") +
            said_within(part, grip == Grip::all ? Grip::all : Grip::tight);
  }
  return {Query(op, queries.begin(), queries.end()), said, grip};
}

Query unranked(const OpenSegments& segments, const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, weightless(segments, query), 0.0);
}

void note_expansion(QueryBuild& build, const std::string& from, const std::vector<std::string>& to,
                    const std::string& kind) {
  if (build.negations > 0 || to.empty()) return;
  auto& expansions = build.out.expansions;
  const bool known =
      std::ranges::any_of(expansions, [&](const Expansion& e) { return e.from == from && e.kind == kind; });
  if (!known) expansions.push_back({from, to, kind});
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

QueryError not_supported(const QueryNode& node, const std::string& message, const std::string& hint) {
  return QueryError("not_supported", message, node.begin, hint);
}

}  // namespace imr

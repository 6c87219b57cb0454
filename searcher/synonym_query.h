// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/open_segments.h"
#include "searcher/query_tree.h"
#include "searcher/response.h"

namespace imr {

// Other names of what the bare words of a query name, as a part of it that ranks.
struct SynonymQuery {
  Xapian::Query query = {};  // matches nothing if there are no other names
  std::vector<Expansion> expansions = {};
};

// Only names whose words the index has. Phrases, exact words, fields and what is excluded have no other
// names.
SynonymQuery synonym_query(const OpenSegments& segments, const QueryNode& tree);

}  // namespace imr

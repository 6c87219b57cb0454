// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/pages_query.h"

#include <algorithm>

#include "schema/pages_value.h"

namespace imr {

using Xapian::Query;

Query pages_query(const OpenSegments& segments, const std::string& prefix,
                  const std::vector<PageRange>& wanted) {
  std::vector<Query> terms;
  const Xapian::Database& whole = segments.whole();
  for (auto term = whole.allterms_begin(prefix); term != whole.allterms_end(prefix); ++term) {
    const auto cited = read_pages_value((*term).substr(prefix.size()));
    const bool meets = cited && std::ranges::any_of(wanted, [&](const PageRange& range) {
                         return cited->first <= range.last && cited->last >= range.first;
                       });
    if (meets) terms.emplace_back(*term);
  }
  return {Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace imr

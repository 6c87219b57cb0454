// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/schema.h"
#include "searcher/number_range.h"
#include "searcher/open_segments.h"
#include "searcher/response.h"
#include "searcher/search_request.h"

namespace imr {

// The conditions on one field; any of its values will do.
struct WhereGroup {
  const Field* field = nullptr;
  std::vector<std::string> labels = {};  // of keywords and ids
  std::vector<NumberRange> ranges = {};  // of numbers and dates
};

// The conditions of a request, a group a field, and what was made of inexact values.
struct WhereFilter {
  std::vector<WhereGroup> groups = {};
  std::vector<Expansion> expansions = {};
  std::string said = {};  // for "interpreted"; empty without conditions
};

// Throws QueryError: unknown_field, unknown_value, bad_range. Offsets count within the condition's value.
WhereFilter resolve_where(const std::vector<Where>& conditions, const OpenSegments& segments);

// The same conditions as a query without weight, for ranking. MatchAll if there are none.
Xapian::Query where_query(const WhereFilter& filter, const OpenSegments& segments);

// The same conditions on the columns of one segment, for counting.
class WhereTest {
 public:
  WhereTest(const WhereFilter& filter, const Segment& segment);

  // The only group that a row fails; nothing at all failed: `passed`; several: none.
  struct Outcome {
    bool passed = false;
    std::optional<std::size_t> only_failed;
  };
  Outcome test(Row row) const;

 private:
  struct Group {
    const WhereGroup* group;
    const Columns::Keyword* column = nullptr;  // of a keyword field
    std::vector<bool> wanted;                  // by its ordinals
  };
  bool holds(const Group& group, Row row) const;

  const Columns& columns_;
  std::vector<Group> groups_;
};

}  // namespace imr

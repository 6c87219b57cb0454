// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "schema/schema.h"
#include "searcher/query_tree.h"

namespace imr {

// Values of a number column, both ends included; dates are days since 1970-01-01.
struct NumberRange {
  std::int32_t low = INT32_MIN + 1;  // INT32_MIN stands for "absent" in columns
  std::int32_t high = INT32_MAX;
  bool holds(std::int32_t value) const { return value >= low && value <= high; }
};

// The range that a query node means for a number or date field: a range, or a word for one value
// (a year or month is the whole of it). Throws QueryError("bad_range") with the node's place.
NumberRange number_range(const Field& field, const QueryNode& node);

// The same for the text of a --where condition, "40..59", ">=40", "2016-12".
NumberRange number_range(const Field& field, const std::string& text);

}  // namespace imr

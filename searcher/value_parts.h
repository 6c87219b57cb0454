// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "schema/schema.h"
#include "searcher/query_part.h"

namespace imr {

// Builds the parts of a query that are values of a field: labels, case numbers, numbers, dates and ranges of
// them. None of them ranks.
class ValueParts {
 public:
  explicit ValueParts(QueryBuild& build) : build_(build) {}

  // Throws QueryError: unknown_value, bad_range, not_supported.
  QueryPart build(const QueryNode& node, const Field& field);

  // specialty:(pain medicine), cite:(ACOEM ch 8): one value in several words; none if there is more.
  std::optional<QueryPart> words_as_value(const QueryNode& node, const Field& field);

 private:
  QueryPart labels(const std::string& text, std::size_t begin, const Field& field);
  QueryPart citation(const std::string& text, std::size_t begin, const Field& field);
  QueryPart range(const QueryNode& node, const Field& field);

  QueryBuild& build_;
};

}  // namespace imr

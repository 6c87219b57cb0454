// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "schema/schema.h"
#include "searcher/query_part.h"
#include "searcher/text_queries.h"

namespace imr {

// Builds the parts of a query that are words: single ones, phrases, wildcards, nearness. Expansions,
// clauses and warnings go to the build. Null field: the searched text fields together.
class WordParts {
 public:
  explicit WordParts(QueryBuild& build) : build_(build), texts_(build.segments) {}

  // A word, exact word, phrase, wildcard or nearness. None where there is nothing to look for, such as
  // punctuation. Throws QueryError: not_supported, too_many_expansions.
  std::optional<QueryPart> build(const QueryNode& node, const Field* field);

 private:
  std::optional<QueryPart> word(const QueryNode& node, const Field* field);
  std::optional<QueryPart> exact(const QueryNode& node, const Field* field);
  std::optional<QueryPart> phrase(const QueryNode& node, const Field* field);
  std::optional<QueryPart> wildcard(const QueryNode& node, const Field* field);
  std::optional<QueryPart> near(const QueryNode& node, const Field* field);

  std::optional<QueryPart> nothing_in(const QueryNode& node);
  Xapian::Query exact_sequence(const QueryNode& node, const Field* field, const QueryWords& words);
  TextSlot wildcard_slot(const QueryNode& node, const Field* field);
  TextSlot near_slot(const QueryNode& node, const Field* field);
  TextSlot near_word(const QueryNode& node, const Field* field);
  TextSlot compound_slot(const QueryNode& node, const Field* field, const QueryWords& words);

  void note_clause(const std::string& label, const Field* field, std::vector<Slot> slots,
                   bool any_order = false);
  void note_ranking(const Field* field);

  QueryBuild& build_;
  TextQueries texts_;
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "schema/schema.h"
#include "searcher/notions.h"
#include "searcher/place_parts.h"
#include "searcher/query_part.h"
#include "searcher/search_request.h"
#include "searcher/text_queries.h"

namespace imr {

// Builds the parts of a query that are words: single ones, phrases, wildcards, nearness, levels and findings.
// Expansions, clauses and warnings go to the build. Null field: the searched text fields together.
class WordParts {
 public:
  explicit WordParts(QueryBuild& build)
      : build_(build), texts_(build.segments, build.deadline), places_(build) {}

  // Neighbouring bare words: a part for each, but one for those that name a concept together. Stop words
  // are left out unless they are to be kept or belong to a concept.
  std::vector<QueryPart> words(std::span<const QueryNode> run, const Field* field, Match match,
                               bool keep_stop_words);

  // A word, exact word, phrase, wildcard or nearness. None where there is nothing to look for, such as
  // punctuation. Throws QueryError: not_supported, too_many_expansions.
  std::optional<QueryPart> build(const QueryNode& node, const Field* field);

  // Spinal levels, as the field `level` takes them. Throws QueryError: bad_level.
  QueryPart level(const QueryNode& node);

 private:
  std::optional<QueryPart> word(const QueryNode& node, const Field* field);
  std::optional<QueryPart> notion(const Notion& notion, std::span<const QueryNode> nodes, const Field* field,
                                  Match match);
  std::optional<QueryPart> exact(const QueryNode& node, const Field* field);
  std::optional<QueryPart> wildcard(const QueryNode& node, const Field* field);
  std::optional<QueryPart> placed(const QueryNode& node, const Field* field);

  std::optional<QueryPart> nothing_in(const QueryNode& node);
  Xapian::Query noted(const Notion& notion, const Field* field);
  void note_clause(Clause clause);
  void note_ranking(const Field* field);

  QueryBuild& build_;
  TextQueries texts_;
  PlaceParts places_;
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>

#include "schema/schema.h"
#include "searcher/level_terms.h"
#include "searcher/notions.h"
#include "searcher/query_part.h"
#include "searcher/query_words.h"
#include "searcher/text_queries.h"

namespace imr {

// The words of neighbouring nodes, as typed.
std::string text_of(std::span<const QueryNode> nodes);

// How the parts of a compound stand: in their order, or in any if slashes join them.
PlaceQuery::Kind arrangement(const QueryWords& words);

// Says where the words of a query stand: single ones, phrases, patterns, nearness within nearness, findings
// and levels. Expansions and warnings go to the build.
class PlaceParts {
 public:
  explicit PlaceParts(QueryBuild& build) : build_(build), texts_(build.segments, build.deadline) {}

  // None if the node holds nothing to look for. Null field: the searched text fields together. Throws
  // QueryError: not_supported, too_many_expansions, bad_level.
  std::optional<TextWords> of(const QueryNode& node, const Field* field);
  // The same where it is said of the worker, denied or undocumented, as the field says.
  std::optional<TextWords> finding(const QueryNode& node, const Field& field);
  TextWords pattern(const QueryNode& node, const Field* field);
  static LevelTerms known_level(const QueryNode& node);

  // A hyphenated word also as the word without hyphens.
  void add_joined(const QueryWords& words, TextWords& all);

 private:
  std::optional<TextWords> plain(const QueryNode& node);
  std::optional<TextWords> pair(const QueryNode& node, const Field* field);
  std::optional<TextWords> any(const QueryNode& node, const Field* field);
  TextWords level(const QueryNode& node);

  QueryBuild& build_;
  TextQueries texts_;
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/place_rows.h"

#include <algorithm>
#include <utility>

#include "searcher/query_words.h"
#include "searcher/row_source.h"
#include "searcher/row_words.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

using Xapian::Query;

// The field that has terms for the stems of another one, or for all searched fields together (null).
const Field* field_of_stems(std::span<const std::string> fields) {
  const Field& field = *find_field(fields.front());
  if (fields.size() > 1 || (is_searched(field) && !has_stem_terms(field))) return nullptr;
  return has_stem_terms(field) ? &field : find_field("citation");  // which holds those of `ca` too
}

// Finds the issues that hold the words at all, wherever they stand.
class Holding {
 public:
  Holding(const OpenSegments& segments, const Field* field) : segments_(segments), field_(field) {}

  Query of(const PlaceQuery& query) const {
    using enum PlaceQuery::Kind;
    std::vector<Query> parts;
    if (query.kind == words) {
      for (const std::string& token : query.tokens) parts.push_back(of_token(token));
      return Query(Query::OP_OR, parts.begin(), parts.end());
    }
    for (const PlaceQuery& part : query.parts) parts.push_back(of(part));
    return Query(query.kind == any_of ? Query::OP_OR : Query::OP_AND, parts.begin(), parts.end());
  }

 private:
  Query of_stem(const std::string& stem) const {
    return Query(field_ ? field_stem_term(*field_, stem) : stem_term(stem));
  }

  Query of_token(const std::string& token) const {
    if (!is_word_token(token)) return of_stem(token);
    std::vector<Query> stems;
    for (const std::string& stem : stems_of_surface(segments_, token)) stems.push_back(of_stem(stem));
    if (!stems.empty()) return Query(Query::OP_OR, stems.begin(), stems.end());
    // A compound that has no stem itself stands where its parts stand.
    const QueryWords words = analyze_words(token);
    if (words.words.size() < 2) return Query::MatchNothing;
    for (const QueryWord& word : words.words) stems.push_back(of_stem(word.stem));
    return Query(Query::OP_AND, stems.begin(), stems.end());
  }

  const OpenSegments& segments_;
  const Field* field_;
};

}  // namespace

Query place_source(const OpenSegments& segments, const PlaceQuery& query, std::span<const std::string> fields,
                   double weight, Deadline& deadline) {
  const Query holding = Holding(segments, field_of_stems(fields)).of(query);
  std::vector<std::vector<Row>> by_segment;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    std::vector<Row>& rows = by_segment.emplace_back(matching_rows(segments.segment(i), holding, deadline));
    RowWords words(segments.segment(i), query, fields);
    std::erase_if(rows, [&](Row row) { return deadline.reached() || !words.holds(row); });
  }
  return Query((new RowSource(segments, std::move(by_segment), weight))->release());
}

}  // namespace imr

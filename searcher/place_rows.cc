// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/place_rows.h"

#include <algorithm>
#include <map>
#include <utility>

#include "searcher/row_source.h"

namespace imr {

namespace {

using Xapian::Query;

// Issues that hold the words at all, wherever they stand in the field.
Query holding(const PlaceQuery& query, const Field& field) {
  using enum PlaceQuery::Kind;
  std::vector<Query> parts;
  if (query.kind == words) {
    for (const std::string& token : query.tokens) parts.emplace_back(surface_term(field, token));
    return Query(Query::OP_OR, parts.begin(), parts.end());
  }
  for (const PlaceQuery& part : query.parts) parts.push_back(holding(part, field));
  const auto op = query.kind == any_of ? Query::OP_OR : Query::OP_AND;
  const Query all = Query(op, parts.begin(), parts.end());
  if (query.kind != marked) return all;
  std::vector<Query> marks;
  for (const std::string& mark : query.marks) marks.emplace_back(surface_term(field, mark));
  return Query(Query::OP_AND, all, Query(Query::OP_OR, marks.begin(), marks.end()));
}

// The positions of tokens in one field of one issue, read when first asked for.
class FieldPositions {
 public:
  FieldPositions(const Xapian::Database& database, const Field& field) : database_(database), field_(field) {}

  void look_at(Row row) {
    document_ = row + 1;
    known_.clear();
  }

  const std::vector<Position>& of(const std::string& token) {
    const auto [at, fresh] = known_.try_emplace(token);
    if (fresh) {
      const std::string term = surface_term(field_, token);
      const auto end = database_.positionlist_end(document_, term);
      for (auto position = database_.positionlist_begin(document_, term); position != end; ++position) {
        at->second.push_back(*position);
      }
    }
    return at->second;
  }

 private:
  const Xapian::Database& database_;
  const Field& field_;
  Xapian::docid document_ = 0;
  std::map<std::string, std::vector<Position>> known_;
};

std::vector<Row> rows_in_field(const Segment& segment, const PlaceQuery& query, const Field& field,
                               Deadline& deadline) {
  std::vector<Row> rows = matching_rows(segment, holding(query, field), deadline);
  FieldPositions positions(segment.database(), field);
  const PositionsOf positions_of = [&](const std::string& token) -> const auto& {
    return positions.of(token);
  };
  std::erase_if(rows, [&](Row row) {
    if (deadline.reached()) return true;
    positions.look_at(row);
    return place_matches(query, positions_of).empty();
  });
  return rows;
}

}  // namespace

Query place_source(const OpenSegments& segments, const PlaceQuery& query, std::span<const std::string> fields,
                   double weight, Deadline& deadline) {
  std::vector<std::vector<Row>> by_segment(segments.size());
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const std::string& field : fields) {
      std::vector<Row> merged;
      const auto rows = rows_in_field(segments.segment(i), query, *find_field(field), deadline);
      std::ranges::set_union(by_segment[i], rows, std::back_inserter(merged));
      by_segment[i] = std::move(merged);
    }
  }
  return Query((new RowSource(segments, std::move(by_segment), weight))->release());
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/where_filter.h"

#include <algorithm>

#include "searcher/column_source.h"
#include "searcher/query_error.h"
#include "searcher/value_resolver.h"
#include "searcher/weightless.h"

namespace imr {

namespace {

using Xapian::Query;

const Field& selectable_field(const std::string& name) {
  const Field* field = find_field(name);
  if (!field) {
    const std::string near = nearest_field(name);
    throw QueryError("unknown_field", "unknown field \"" + name + "\" in a condition", QueryError::kNoOffset,
                     near.empty() ? "imr-search fields lists them" : "did you mean \"" + near + "\"?");
  }
  if (field->kind == FieldKind::text || field->kind == FieldKind::level ||
      field->kind == FieldKind::finding) {
    throw QueryError("unknown_field", "\"" + name + "\" looks into texts and cannot be a condition",
                     QueryError::kNoOffset, "put " + name + ":word into the query");
  }
  if (field->kind == FieldKind::page || field->kind == FieldKind::citation) {
    throw QueryError("unknown_field", "\"" + name + "\" looks into citations and cannot be a condition",
                     QueryError::kNoOffset, "put " + std::string(field->example) + " into the query");
  }
  return *field;
}

void add_new(std::vector<std::string>& labels, const std::string& label) {
  if (std::ranges::find(labels, label) == labels.end()) labels.push_back(label);
}

// Returns the condition as it was understood.
std::string add_condition(WhereGroup& group, const Where& where, const OpenSegments& segments,
                          std::vector<Expansion>& expansions) {
  const Field& field = *group.field;
  const std::string typed = where.field + "=" + where.value;
  if (field.kind == FieldKind::number || field.kind == FieldKind::date) {
    group.ranges.push_back(number_range(field, where.value));
    return typed;
  }
  if (field.kind == FieldKind::unique_id) {
    for (const std::string& spelling : case_spellings(where.value)) add_new(group.labels, spelling);
    return typed;
  }
  const ResolvedValues values =
      ValueResolver(field, segments.values_of(field)).resolve(where.value, QueryError::kNoOffset);
  for (const std::string& label : values.labels) add_new(group.labels, label);
  if (!values.exact) expansions.push_back({typed, values.labels, "value"});
  return values.labels.size() == 1 ? where.field + "=" + values.labels[0] : typed;
}

}  // namespace

WhereFilter resolve_where(const std::vector<Where>& conditions, const OpenSegments& segments) {
  WhereFilter filter;
  for (const Where& where : conditions) {
    const Field& field = selectable_field(where.field);
    auto group = std::ranges::find(filter.groups, &field, &WhereGroup::field);
    if (group == filter.groups.end()) group = filter.groups.insert(group, {&field});
    const std::string said = add_condition(*group, where, segments, filter.expansions);
    filter.said += (filter.said.empty() ? "" : ", ") + said;
  }
  return filter;
}

Query where_query(const WhereFilter& filter, const OpenSegments& segments) {
  std::vector<Query> groups;
  for (const WhereGroup& group : filter.groups) {
    std::vector<Query> values;
    for (const std::string& label : group.labels) values.emplace_back(value_term(*group.field, label));
    for (const NumberRange& range : group.ranges) {
      values.emplace_back((new ColumnSource(segments, *group.field, range))->release());
    }
    groups.emplace_back(Query::OP_OR, values.begin(), values.end());
  }
  if (groups.empty()) return Query::MatchAll;
  const Query all(Query::OP_AND, groups.begin(), groups.end());
  return Query(Query::OP_SCALE_WEIGHT, weightless(segments, all), 0.0);
}

WhereTest::WhereTest(const WhereFilter& filter, const Segment& segment) : columns_(segment.columns()) {
  for (const WhereGroup& group : filter.groups) {
    Group prepared{&group, nullptr, {}};
    if (is_facet(*group.field)) {
      prepared.column = &columns_.keyword(*group.field);
      for (const std::string& value : prepared.column->dictionary) {
        prepared.wanted.push_back(std::ranges::find(group.labels, value) != group.labels.end());
      }
    }
    groups_.push_back(std::move(prepared));
  }
}

bool WhereTest::holds(const Group& prepared, Row row) const {
  const WhereGroup& group = *prepared.group;
  if (prepared.column) {
    return std::ranges::any_of(columns_.values(*prepared.column, row),
                               [&](std::uint16_t value) { return prepared.wanted[value]; });
  }
  const LetterOrdinal letter = columns_.letter_of(row);
  if (group.field->kind == FieldKind::unique_id) {
    return std::ranges::find(group.labels, columns_.case_number(letter)) != group.labels.end();
  }
  const std::int32_t value = columns_.number(*group.field, row);
  return std::ranges::any_of(group.ranges, [&](const NumberRange& range) { return range.holds(value); });
}

WhereTest::Outcome WhereTest::test(Row row) const {
  Outcome outcome{true, std::nullopt};
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (holds(groups_[i], row)) continue;
    if (!outcome.passed) return {false, std::nullopt};
    outcome = {false, i};
  }
  return outcome;
}

}  // namespace imr

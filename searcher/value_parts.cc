// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/value_parts.h"

#include "searcher/column_source.h"
#include "searcher/value_resolver.h"

namespace imr {

using Xapian::Query;

namespace {

bool is_value(QueryKind kind) {
  using enum QueryKind;
  return kind == word || kind == phrase || kind == exact || kind == wildcard;
}

QueryPart case_part(const std::string& text, const Field& field) {
  std::vector<Query> terms;
  for (const std::string& spelling : case_spellings(text)) terms.emplace_back(value_term(field, spelling));
  return {unranked(Query(Query::OP_OR, terms.begin(), terms.end())), text};
}

}  // namespace

QueryPart ValueParts::build(const QueryNode& node, const Field& field) {
  if (field.kind == FieldKind::number || field.kind == FieldKind::date) return range(node, field);
  // A label may look like a range: age_band:<20.
  if (node.kind == QueryKind::range && field.kind == FieldKind::keyword)
    return labels(print_query(node), node.begin, field);
  if (!is_value(node.kind)) {
    throw not_supported(node, quoted(std::string(field.name)) + " takes values, not ranges or nearness");
  }
  if (field.kind != FieldKind::unique_id) return labels(node.text, node.begin, field);
  if (node.kind == QueryKind::wildcard) throw not_supported(node, "a case number takes no wildcards");
  return case_part(node.text, field);
}

std::optional<QueryPart> ValueParts::words_as_value(const QueryNode& node, const Field& field) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (child.kind != QueryKind::word) return std::nullopt;
    text += (text.empty() ? "" : " ") + child.text;
  }
  return labels(text, node.begin, field);
}

QueryPart ValueParts::labels(const std::string& text, std::size_t begin, const Field& field) {
  const ResolvedValues values = ValueResolver(field, build_.segments.values_of(field)).resolve(text, begin);
  std::vector<QueryPart> parts;
  for (const std::string& label : values.labels) {
    const bool simple = label.find_first_of(" <>()\"&>,") == std::string::npos;
    parts.push_back({Query(value_term(field, label)), simple ? label : quoted(label)});
  }
  if (!values.exact)
    build_.out.expansions.push_back({std::string(field.name) + ":" + text, values.labels, "value"});
  QueryPart part = joined(parts, Query::OP_OR, "OR", Grip::loose);
  part.query = unranked(part.query);
  return part;
}

QueryPart ValueParts::range(const QueryNode& node, const Field& field) {
  if (node.kind != QueryKind::range && node.kind != QueryKind::word) {
    throw not_supported(node, quoted(std::string(field.name)) + " takes a number, a date or a range");
  }
  auto* source = new ColumnSource(build_.segments, field, number_range(field, node));
  return {unranked(Query(source->release())), print_query(node)};
}

}  // namespace imr

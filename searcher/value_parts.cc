// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/value_parts.h"

#include "searcher/citation_value.h"
#include "searcher/column_source.h"
#include "searcher/pages_query.h"
#include "searcher/value_resolver.h"

namespace imr {

using Xapian::Query;

namespace {

bool is_value(QueryKind kind) {
  using enum QueryKind;
  return kind == word || kind == phrase || kind == exact || kind == wildcard;
}

QueryPart case_part(const OpenSegments& segments, const std::string& text, const Field& field) {
  std::vector<Query> terms;
  for (const std::string& spelling : case_spellings(text)) terms.emplace_back(value_term(field, spelling));
  return {unranked(segments, Query(Query::OP_OR, terms.begin(), terms.end())), text};
}

}  // namespace

QueryPart ValueParts::build(const QueryNode& node, const Field& field) {
  const bool ranges =
      field.kind == FieldKind::number || field.kind == FieldKind::date || field.kind == FieldKind::page;
  if (ranges) return range(node, field);
  // A label may look like a range: age_band:<20.
  if (node.kind == QueryKind::range && field.kind == FieldKind::keyword)
    return labels(print_query(node), node.begin, field);
  if (!is_value(node.kind)) {
    const std::string name(field.name);
    throw not_supported(node, quoted(name) + " takes values, not ranges or nearness",
                        "write " + name + ":value or " + name + ":(one OR another)");
  }
  if (field.kind == FieldKind::keyword) return labels(node.text, node.begin, field);
  if (field.kind == FieldKind::citation) {
    if (node.kind == QueryKind::wildcard) {
      throw not_supported(node, quoted(node.text) + ": a citation takes no wildcards",
                          "write words of its title, as in cite:\"ACOEM neck\"");
    }
    return citation(node.text, node.begin, field);
  }
  if (node.kind == QueryKind::wildcard) {
    throw not_supported(node, quoted(node.text) + ": a case number takes no wildcards",
                        "write the whole of it");
  }
  return case_part(build_.segments, node.text, field);
}

std::optional<QueryPart> ValueParts::words_as_value(const QueryNode& node, const Field& field) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (child.kind != QueryKind::word) return std::nullopt;
    text += (text.empty() ? "" : " ") + child.text;
  }
  if (field.kind == FieldKind::citation) return citation(text, node.begin, field);
  return labels(text, node.begin, field);
}

QueryPart ValueParts::citation(const std::string& text, std::size_t begin, const Field& field) {
  const CitationValue value = citation_value(text, begin);
  std::vector<Query> places;
  for (const CitedPlace& place : value.places) {
    const std::string chapter = value_term(field, place.chapter->id);
    const bool anywhere = place.pages.empty();
    places.push_back(anywhere ? Query(chapter) : pages_query(build_.segments, chapter + " ", place.pages));
  }
  if (!value.exact) build_.out.expansions.push_back({"cite:" + text, value.names, "value"});
  if (value.loose) {
    build_.out.warnings.push_back("cite:" + quoted(text) +
                                  ": only its chapters and pages count; the rest was passed over");
  }
  QueryPart part{unranked(build_.segments, Query(Query::OP_OR, places.begin(), places.end())), "",
                 Grip::tight};
  for (const std::string& name : value.said) part.said += (part.said.empty() ? "" : " OR ") + quoted(name);
  if (value.said.size() > 1) part.grip = Grip::loose;
  return part;
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
  part.query = unranked(build_.segments, part.query);
  return part;
}

QueryPart ValueParts::range(const QueryNode& node, const Field& field) {
  if (node.kind != QueryKind::range && node.kind != QueryKind::word) {
    const std::string what =
        field.kind == FieldKind::page ? " takes a page or a range" : " takes a number, a date or a range";
    throw not_supported(node, quoted(std::string(field.name)) + what,
                        "such as " + std::string(field.example));
  }
  if (field.kind == FieldKind::page) {
    const NumberRange pages = number_range(field, node);
    return {unranked(build_.segments,
                     pages_query(build_.segments, std::string(field.prefix), {{pages.low, pages.high}})),
            print_query(node)};
  }
  auto* source = new ColumnSource(build_.segments, field, number_range(field, node));
  return {unranked(build_.segments, Query(source->release())), print_query(node)};
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_builder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/query_error.h"
#include "searcher/query_part.h"
#include "searcher/row_source.h"
#include "searcher/value_parts.h"
#include "searcher/weightless.h"
#include "searcher/word_parts.h"

namespace imr {

namespace {

using Xapian::Query;

// Builds the operators; words and values are built by others.
class Builder {
 public:
  Builder(const OpenSegments& segments, Match match, bool expand, Deadline& deadline)
      : build_{segments, deadline, {}, expand}, words_(build_), values_(build_), match_(match) {}
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  BuiltQuery build(const QueryNode& tree) {
    const std::optional<QueryPart> part = build_node(tree, nullptr);
    const bool nothing_asked = tree.kind == QueryKind::nothing;
    build_.out.query = part ? part->query : nothing_asked ? Query::MatchAll : Query::MatchNothing;
    build_.out.interpreted = part ? part->said : nothing_asked ? "everything" : "nothing";
    return std::move(build_.out);
  }

 private:
  using Parts = std::vector<QueryPart>;

  // None where there is nothing to look for, such as a word of punctuation.
  std::optional<QueryPart> build_node(const QueryNode& node, const Field* field) {
    switch (node.kind) {
      case QueryKind::nothing:
        return std::nullopt;
      case QueryKind::field:
        return build_field(node);
      case QueryKind::juxtaposition:
        return build_juxtaposition(node, field);
      case QueryKind::all_of:
        return build_all_of(node, field);
      case QueryKind::any_of:
        return build_any_of(node, field);
      case QueryKind::negation:
        return build_negation(node, field);
      default:
        if (field && field->kind == FieldKind::level) return words_.level(node);
        if (field && !is_text(*field)) return values_.build(node, *field);
        return words_.build(node, field);
    }
  }

  // What stands behind AND, NOT and in fields is required in best match too.
  std::optional<QueryPart> build_strictly(const QueryNode& node, const Field* field) {
    const Match before = std::exchange(match_, Match::all);
    std::optional<QueryPart> part = build_node(node, field);
    match_ = before;
    return part;
  }

  QueryPart excluded(const QueryNode& child, const Field* field) {
    ++build_.negations;
    const std::optional<QueryPart> part = build_strictly(child, field);
    --build_.negations;
    if (!part) return {Query(), "", Grip::tight};
    return {part->query, said_within(*part, Grip::tight), Grip::tight};
  }

  std::optional<QueryPart> build_negation(const QueryNode& node, const Field* field) {
    const QueryPart part = excluded(node.children[0], field);
    if (part.said.empty()) return std::nullopt;
    return QueryPart{Query(Query::OP_AND_NOT, Query::MatchAll, any_unwanted({part.query})),
                     "NOT " + part.said, Grip::tight};
  }

  // What stands behind OP_AND_NOT; searcher/row_source.h says why it may not be any query.
  Query any_unwanted(const std::vector<Query>& queries) {
    const Query query =
        queries.size() == 1 ? queries[0] : Query(Query::OP_OR, queries.begin(), queries.end());
    if (query.get_type() == Query::LEAF_TERM) return weightless(build_.segments, query);
    const Query found((new RowSource(build_.segments, query, build_.deadline))->release());
    if (build_.deadline.cut()) throw TimeIsOver();  // something would be missing in what is excluded
    return found;
  }

  // Required parts and excluded ones together; with only excluded ones, everything else.
  std::optional<QueryPart> without(std::optional<QueryPart> required, const Parts& excluded) {
    if (excluded.empty()) return required;
    std::string said = required ? said_within(*required, Grip::all) : "";
    std::vector<Query> unwanted;
    for (const QueryPart& part : excluded) {
      said += (said.empty() ? "NOT " : " AND NOT ") + part.said;
      unwanted.push_back(part.query);
    }
    const Query wanted = required ? required->query : Query::MatchAll;
    return QueryPart{Query(Query::OP_AND_NOT, wanted, any_unwanted(unwanted)), said, Grip::all};
  }

  std::optional<QueryPart> build_all_of(const QueryNode& node, const Field* field) {
    Parts required;
    Parts unwanted;
    const Match before = std::exchange(match_, Match::all);
    for (const QueryNode& child : node.children) collect(child, field, required, unwanted);
    match_ = before;
    if (required.empty()) return without(std::nullopt, unwanted);
    return without(joined(required, Query::OP_AND, "AND", Grip::all), unwanted);
  }

  void collect(const QueryNode& child, const Field* field, Parts& required, Parts& unwanted) {
    if (child.kind == QueryKind::negation) {
      QueryPart part = excluded(child.children[0], field);
      if (!part.said.empty()) unwanted.push_back(std::move(part));
    } else if (auto part = build_node(child, field)) {
      required.push_back(std::move(*part));
    }
  }

  std::optional<QueryPart> build_any_of(const QueryNode& node, const Field* field) {
    Parts parts;
    for (const QueryNode& child : node.children) {
      if (auto part = build_node(child, field)) parts.push_back(std::move(*part));
    }
    if (parts.empty()) return std::nullopt;
    return joined(parts, Query::OP_OR, "OR", Grip::loose);
  }

  // Bare words are all required or best match; whatever else stands beside them is always required.
  std::optional<QueryPart> build_juxtaposition(const QueryNode& node, const Field* field) {
    if (field && (field->kind == FieldKind::keyword || field->kind == FieldKind::citation)) {
      if (auto part = values_.words_as_value(node, *field)) return part;
    }
    Parts words;
    Parts required;
    Parts unwanted;
    const bool all_stop_words = only_stop_words(node, field);
    const std::vector<QueryNode> children = joined_words(node.children);
    const auto is_word = [&](const QueryNode& child) {
      return child.kind == QueryKind::word && (!field || is_text(*field));
    };
    for (auto at = children.begin(); at != children.end();) {
      const auto end = std::find_if_not(at, children.end(), is_word);
      for (QueryPart& part : words_.words({at, end}, field, match_, all_stop_words))
        words.push_back(std::move(part));
      at = end;
      if (at != children.end()) collect(*at++, field, required, unwanted);
    }
    if (!words.empty()) {
      const bool any = match_ == Match::any;
      QueryPart part = any ? joined(words, Query::OP_OR, "OR", Grip::loose)
                           : joined(words, Query::OP_AND, "AND", Grip::all);
      required.insert(required.begin(), std::move(part));
    }
    if (required.empty()) return without(std::nullopt, unwanted);
    return without(joined(required, Query::OP_AND, "AND", Grip::all), unwanted);
  }

  // Takes words, phrases and nearness.
  static bool is_text(const Field& field) {
    return field.kind == FieldKind::text || field.kind == FieldKind::finding;
  }

  bool only_stop_words(const QueryNode& node, const Field* field) const {
    const bool text = !field || is_text(*field);
    return text && std::ranges::all_of(node.children, [&](const QueryNode& child) {
             return child.kind == QueryKind::word &&
                    (is_passed_over(child, match_) || analyze_words(child.text).words.empty());
           });
  }

  std::optional<QueryPart> build_field(const QueryNode& node) {
    const Field* field = find_field(node.name);
    if (!field) throw unknown_field(node);
    std::optional<QueryPart> part = build_strictly(node.children[0], field);
    if (!part) return std::nullopt;
    part->said = node.name + ":" + said_within(*part, Grip::tight);
    part->grip = Grip::tight;
    return part;
  }

  static QueryError unknown_field(const QueryNode& node) {
    const std::string near = nearest_field(node.name);
    const std::string quotes = "to search for the words, put them in quotes";
    return QueryError("unknown_field", "unknown field " + quoted(node.name), node.begin,
                      near.empty() ? quotes : "did you mean " + quoted(near) + "?");
  }

  QueryBuild build_;
  WordParts words_;
  ValueParts values_;
  Match match_;
};

}  // namespace

BuiltQuery build_query(const QueryNode& tree, const OpenSegments& segments, Match match, bool expand,
                       Deadline& deadline) {
  return Builder(segments, match, expand, deadline).build(tree);
}

}  // namespace imr

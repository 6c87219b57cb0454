// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/clause_tree.h"

#include <algorithm>
#include <optional>
#include <span>

#include "searcher/notions.h"
#include "searcher/passages.h"
#include "searcher/query_builder.h"
#include "searcher/query_words.h"
#include "searcher/score_terms.h"

namespace imr {

namespace {

std::string_view kind_of(const QueryNode& node, Match match) {
  switch (node.kind) {
    case QueryKind::nothing:
      return "everything";
    case QueryKind::word:
      return "word";
    case QueryKind::exact:
      return "exact";
    case QueryKind::wildcard:
      return "wildcard";
    case QueryKind::phrase:
      return "phrase";
    case QueryKind::range:
      return "range";
    case QueryKind::field:
      return "field";
    case QueryKind::juxtaposition:
      return match == Match::any ? "best_match" : "all";
    case QueryKind::all_of:
      return "all";
    case QueryKind::any_of:
      return "any";
    case QueryKind::negation:
      return "not";
    case QueryKind::near:
    case QueryKind::same_sentence:
    case QueryKind::same_paragraph:
      return "nearness";
  }
  return "";
}

bool takes_words(const Field* field) {
  return !field || field->kind == FieldKind::text || field->kind == FieldKind::finding;
}

bool is_group(const QueryNode& node) {
  using enum QueryKind;
  return node.kind == juxtaposition || node.kind == all_of || node.kind == any_of || node.kind == negation;
}

// The clause where it looks into this field.
std::optional<Clause> within(const Clause& clause, const std::string& field) {
  if (std::ranges::find(clause.fields, field) == clause.fields.end()) return std::nullopt;
  Clause one = clause;
  one.fields = {field};
  one.otherwise.clear();
  for (const Clause& other : clause.otherwise) {
    if (auto part = within(other, field)) one.otherwise.push_back(std::move(*part));
  }
  return one;
}

std::vector<std::string> citations_of(const Issue& issue) {
  std::vector<std::string> labels;
  for (const auto* side : {&issue.reviewer_guidelines, &issue.claims_administrator_guidelines}) {
    for (const GuidelineCitation& citation : *side) {
      if (std::ranges::find(labels, citation.as_written) == labels.end())
        labels.push_back(citation.as_written);
    }
  }
  return labels;
}

std::string written(const Field& field, std::int32_t number) {
  if (field.kind != FieldKind::date) return std::to_string(number);
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(number))};
  return iso_date(Date{day});
}

// The values that an issue has in a field of values.
std::vector<std::string> values_of(const ExplainedIssue& issue, const Field& field) {
  const Columns& columns = issue.segments.segment(issue.place.segment).columns();
  std::vector<std::string> values;
  if (field.kind == FieldKind::keyword) {
    const Columns::Keyword& column = columns.keyword(field);
    for (const auto value : columns.values(column, issue.place.row))
      values.push_back(column.dictionary[value]);
  } else if (field.kind == FieldKind::number || field.kind == FieldKind::date) {
    const std::int32_t number = columns.number(field, issue.place.row);
    if (number != Columns::kNoNumber) values.push_back(written(field, number));
  } else if (field.kind == FieldKind::unique_id) {
    values.push_back(issue.letter.case_number);
  } else if (field.kind == FieldKind::citation || field.kind == FieldKind::page) {
    values = citations_of(issue.issue);
  }
  return values;
}

class Reporter {
 public:
  Reporter(const ExplainedIssue& issue, const SearchRequest& request)
      : issue_(issue), request_(request), probe_(issue.segments, issue.place) {}

  ClauseReport report(const QueryNode& node, const Field* field, Match match) const {
    if (node.kind == QueryKind::field) return of_field(node, match);
    ClauseReport report = leaf(node, field, match);
    if (!is_group(node) || is_value_in_words(node, field)) {
      note_matches(node, field, match, report);
      return report;
    }
    const bool strict = node.kind == QueryKind::negation || node.kind == QueryKind::all_of;
    if (node.kind == QueryKind::juxtaposition) {
      report.parts = side_by_side(node, field, match);
      if (report.parts.size() == 1) return report.parts.front();
    } else {
      for (const QueryNode& child : node.children)
        report.parts.push_back(this->report(child, field, strict ? Match::all : match));
    }
    return report;
  }

 private:
  // specialty:(pain medicine)
  static bool is_value_in_words(const QueryNode& node, const Field* field) {
    return field && !takes_words(field) && node.kind == QueryKind::juxtaposition &&
           std::ranges::all_of(node.children, [](const auto& c) { return c.kind == QueryKind::word; });
  }

  BuiltQuery built(const QueryNode& node, const Field* field, Match match) const {
    QueryNode whole = node;
    // Best match takes hyphenated words apart where they stand among others.
    if (match == Match::any && node.kind == QueryKind::word)
      whole = {.kind = QueryKind::juxtaposition, .children = {node}};
    if (field) whole = {.kind = QueryKind::field, .name = std::string(field->name), .children = {whole}};
    return build_query(whole, issue_.segments, match, request_.expand);
  }

  ClauseReport leaf(const QueryNode& node, const Field* field, Match match) const {
    ClauseReport report{print_query(node), std::string(kind_of(node, match))};
    report.holds = probe_.holds(built(node, field, match).query);
    return report;
  }

  ClauseReport of_field(const QueryNode& node, Match match) const {
    const Field* field = find_field(node.name);
    const QueryNode& child = node.children[0];
    ClauseReport report = leaf(node, nullptr, match);
    if (is_group(child) && !is_value_in_words(child, field)) {
      report.parts = {this->report(child, field, Match::all)};
    } else {
      note_matches(child, field, Match::all, report);
    }
    if (field) report.actual = values_of(issue_, *field);
    return report;
  }

  void note_matches(const QueryNode& node, const Field* field, Match match, ClauseReport& report) const {
    if (!report.holds) return;
    const auto recurring =
        issue_.segments.segment(issue_.place.segment).recurring_positions(issue_.place.row);
    for (const Clause& clause : built(node, field, match).clauses) {
      for (const std::string& name : clause.fields) {
        const Explained found =
            explain_hit(issue_.letter, issue_.issue, {*within(clause, name)}, 0, recurring);
        report.matched.insert(report.matched.end(), found.why.begin(), found.why.end());
      }
    }
  }

  // Neighbouring words that name a concept are one part, as they are one condition.
  std::vector<ClauseReport> side_by_side(const QueryNode& node, const Field* field, Match match) const {
    const std::vector<QueryNode> children = joined_words(node.children);
    const auto says_nothing = [&](const QueryNode& child) {
      return child.kind == QueryKind::word && takes_words(field) &&
             (is_passed_over(child, match) || analyze_words(child.text).words.empty());
    };
    const bool only_such = std::ranges::all_of(children, says_nothing);
    std::vector<ClauseReport> parts;
    for (std::size_t i = 0; i < children.size();) {
      if (const std::size_t count = words_of_notion(children, i, field); count > 1) {
        const auto first = children.begin() + static_cast<std::ptrdiff_t>(i);
        const QueryNode together{.kind = QueryKind::juxtaposition,
                                 .children = {first, first + static_cast<std::ptrdiff_t>(count)}};
        parts.push_back(leaf(together, field, match));
        parts.back().kind = "concept";
        note_matches(together, field, match, parts.back());
        i += count;
        continue;
      }
      const QueryNode& child = children[i++];
      parts.push_back(report(child, field, match));
      parts.back().passed_over = !only_such && says_nothing(child);
    }
    return parts;
  }

  std::size_t words_of_notion(const std::vector<QueryNode>& nodes, std::size_t at, const Field* field) const {
    if (!request_.expand || !takes_words(field) || (field && field->kind == FieldKind::finding)) return 0;
    const auto is_word = [](const QueryNode& node) { return node.kind == QueryKind::word; };
    auto begin = nodes.begin() + static_cast<std::ptrdiff_t>(at);
    while (begin != nodes.begin() && is_word(*std::prev(begin))) --begin;
    const auto end = std::find_if_not(begin, nodes.end(), is_word);
    for (const Notion& notion : notions_in({begin, end})) {
      if (static_cast<std::size_t>(begin - nodes.begin()) + notion.first == at) return notion.count;
    }
    return 0;
  }

  const ExplainedIssue& issue_;
  const SearchRequest& request_;
  IssueProbe probe_;
};

}  // namespace

ClauseReport clause_report(const ExplainedIssue& issue, const QueryNode& tree, const SearchRequest& request) {
  if (tree.kind == QueryKind::nothing) return {"", "everything", true};
  return Reporter(issue, request).report(tree, nullptr, request.match);
}

std::vector<ConditionReport> condition_reports(const ExplainedIssue& issue, const WhereFilter& filter,
                                               const SearchRequest& request) {
  std::vector<ConditionReport> reports;
  const Segment& segment = issue.segments.segment(issue.place.segment);
  for (const WhereGroup& group : filter.groups) {
    ConditionReport report{std::string(group.field->name), {}};
    for (const Where& where : request.where) {
      if (where.field == group.field->name) report.values.push_back(where.value);
    }
    const WhereFilter alone{.groups = {group}};
    report.holds = WhereTest(alone, segment).test(issue.place.row).passed;
    report.actual = values_of(issue, *group.field);
    reports.push_back(std::move(report));
  }
  return reports;
}

}  // namespace imr

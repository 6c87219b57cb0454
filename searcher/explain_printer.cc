// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/explain_printer.h"

#include <cstdio>
#include <utility>

#include <nlohmann/json.hpp>

#include "searcher/json_printer.h"
#include "searcher/text_layout.h"
#include "searcher/text_parts.h"

namespace imr {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kScoreDecimals = 6;

// ---- JSON ----

Json why_json(const std::vector<Why>& matched) {
  auto list = Json::array();
  for (const Why& why : matched) list.push_back({{"matched", why.matched}, {"field", why.field}});
  return list;
}

Json clause_json(const ClauseReport& report) {
  auto parts = Json::array();
  for (const ClauseReport& part : report.parts) parts.push_back(clause_json(part));
  return {{"clause", report.clause},
          {"kind", report.kind},
          {"holds", report.holds},
          {"passed_over", report.passed_over},
          {"matched", why_json(report.matched)},
          {"actual", report.actual},
          {"parts", std::move(parts)}};
}

Json term_json(const ScoreTerm& term) {
  return {{"from", term.from},     {"kind", term.kind},
          {"term", term.term},     {"weight", rounded(term.weight, kScoreDecimals)},
          {"issues", term.issues}, {"forms", term.forms},
          {"fields", term.fields}};
}

// ---- text ----

std::string six_decimals(double value) {
  char text[350];
  std::snprintf(text, sizeof text, "%10.6f", rounded(value, kScoreDecimals));
  return text;
}

std::string told(const ClauseReport& report) {
  std::string text = report.clause.empty() ? "everything" : report.clause;
  if (report.passed_over) return text + ": not required";
  std::string places;
  for (const Why& why : report.matched)
    places += (places.empty() ? "" : "; ") + std::string("\"") + why.matched + "\" in " + why.field;
  if (!places.empty()) return text + ": " + places;
  if (!report.actual.empty()) return text + ": it is " + joined(report.actual, ", ");
  if (report.parts.empty() && !report.holds) return text + ": not there";
  return text;
}

void write_clause(const ClauseReport& report, int indent, TextWriter& writer) {
  const char* sign = report.passed_over ? "  " : report.holds ? "+ " : "- ";
  writer.line(indent, sign + told(report), Style::plain, 4);
  for (const ClauseReport& part : report.parts) write_clause(part, indent + 2, writer);
}

void write_conditions(const Explanation& explanation, TextWriter& writer) {
  if (explanation.conditions.empty()) return;
  writer.blank();
  writer.line(0, "conditions (+ holds, - does not)");
  for (const ConditionReport& condition : explanation.conditions) {
    const std::string actual =
        condition.actual.empty() ? "it has none" : "it is " + joined(condition.actual, ", ");
    writer.line(2,
                (condition.holds ? "+ " : "- ") + condition.field + "=" + joined(condition.values, ", ") +
                    ": " + actual,
                Style::plain, 4);
  }
}

std::string told(const ScoreTerm& term) {
  std::string text = term.forms.empty() ? term.term : joined(term.forms, ", ");
  if (term.kind != "word") text += " (" + term.kind + ")";
  std::string details;
  const auto add = [&](const std::string& detail) { details += (details.empty() ? "" : "; ") + detail; };
  if (!term.fields.empty()) add("in " + joined(term.fields, ", "));
  if (term.issues > 0) add("in " + counted(term.issues, "issue") + " of the index");
  if (term.from != "query") add("by " + term.from);
  return details.empty() ? text : text + ": " + details;
}

void write_score(const Explanation& explanation, TextWriter& writer) {
  if (!explanation.matches) return;
  writer.blank();
  writer.line(0, explanation.terms.empty() ? "score: 0, nothing in this query ranks" : "score");
  for (const ScoreTerm& term : explanation.terms)
    writer.line(2, six_decimals(term.weight) + "  " + told(term), Style::plain, 12);
  if (!explanation.terms.empty()) writer.line(2, six_decimals(explanation.score) + "  in all");
}

}  // namespace

Json explanation_json(const Explanation& explanation, const std::optional<std::string>& id) {
  Response query;
  query.index = explanation.index;
  query.query_text = explanation.query_text;
  query.tree = explanation.tree;
  query.interpreted = explanation.interpreted;
  query.expansions = explanation.expansions;
  query.warnings = explanation.warnings;
  const Json envelope = response_json(query);
  Json json = {{"format_version", 1}, {"type", "explain"}};
  if (id) json["id"] = *id;
  json["index"] = envelope["index"];
  json["query"] = envelope["query"];
  json["issue_id"] = explanation.issue_id;
  json["case_number"] = explanation.case_number;
  json["issue_no"] = explanation.issue_no;
  json["treatment"] = explanation.treatment;
  json["decision"] = explanation.decision ? Json(name_of(*explanation.decision)) : Json(nullptr);
  json["matches"] = explanation.matches;
  json["score"] = explanation.matches ? Json(rounded(explanation.score, kScoreDecimals)) : Json(nullptr);
  json["terms"] = Json::array();
  for (const ScoreTerm& term : explanation.terms) json["terms"].push_back(term_json(term));
  json["clauses"] = clause_json(explanation.clauses);
  json["where"] = Json::array();
  for (const ConditionReport& condition : explanation.conditions) {
    json["where"].push_back({{"field", condition.field},
                             {"values", condition.values},
                             {"holds", condition.holds},
                             {"actual", condition.actual}});
  }
  return json;
}

void print_explanation(const Explanation& explanation, const PrintOptions& options, std::ostream& out) {
  if (options.format == Format::json) {
    out << json_text(explanation_json(explanation)) << '\n';
    return;
  }
  TextWriter writer(out, options.width, options.color);
  const std::string verdict = explanation.matches ? " is a hit of: " : " is no hit of: ";
  writer.line(0, explanation.issue_id + verdict + explanation.interpreted, Style::bold, 2);
  write_present("Treatment:", explanation.treatment, 2, writer);
  write_decision(explanation.decision, 2, writer);
  for (const std::string& warning : explanation.warnings)
    writer.line(2, "warning: " + warning, Style::plain, 2);
  writer.blank();
  writer.line(0, "clauses (+ holds, - does not)");
  write_clause(explanation.clauses, 2, writer);
  write_conditions(explanation, writer);
  write_score(explanation, writer);
}

}  // namespace imr

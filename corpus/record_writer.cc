// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half of letter_json.h.
#include "corpus/json_writer.h"
#include "corpus/letter_json.h"

namespace imr {
namespace {

using Json = JsonWriter;

void text_or_null(Json& json, std::string_view key, std::string_view text) {
  json.key(key);
  if (text.empty()) {
    json.null();
  } else {
    json.value(text);
  }
}

template <typename Value>
void member(Json& json, std::string_view key, const Value& value) {
  json.key(key);
  json.value(value);
}

void date(Json& json, std::string_view key, const std::optional<Date>& date) {
  text_or_null(json, key, date ? iso_date(*date) : std::string());
}

void number(Json& json, std::string_view key, const std::optional<int>& number) {
  json.key(key);
  if (number) {
    json.value(*number);
  } else {
    json.null();
  }
}

template <typename Value>
void name(Json& json, std::string_view key, const std::optional<Value>& value) {
  text_or_null(json, key, value ? name_of(*value) : std::string_view());
}

void list(Json& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key);
  json.begin_array();
  for (const auto& text : texts) json.value(text);
  json.end_array();
}

// A list of objects, the members of each written by `write`.
template <typename Value, typename Write>
void objects(Json& json, std::string_view key, const std::vector<Value>& values, const Write& write) {
  json.key(key);
  json.begin_array();
  for (const auto& value : values) {
    json.begin_object();
    write(json, value);
    json.end_object();
  }
  json.end_array();
}

void citation(Json& json, const GuidelineCitation& citation) {
  member(json, "id", citation.id);
  member(json, "label", citation.label);
  member(json, "source", citation.source);
  member(json, "topic", citation.topic);
  number(json, "year", citation.year);
  list(json, "sections", citation.sections);
  json.key("pages");
  json.begin_array();
  for (const auto& range : citation.pages) {
    json.begin_array();
    json.value(range.first);
    json.value(range.last);
    json.end_array();
  }
  json.end_array();
  text_or_null(json, "as_written", citation.as_written);
}

void body_part(Json& json, const BodyPart& part) {
  member(json, "part", part.part);
  name(json, "side", part.side);
}

void facts(Json& json, const TreatmentFacts& facts) {
  text_or_null(json, "treatment_category", facts.category ? *facts.category : std::string());
  list(json, "drugs", facts.drugs);
  objects(json, "body_parts", facts.body_parts, body_part);
  list(json, "spinal_levels", facts.spinal_levels);
  number(json, "sessions", facts.sessions);
  number(json, "quantity", facts.quantity);
}

void issue(Json& json, const Issue& issue, const std::string& case_number) {
  member(json, "issue_id", issue_id(case_number, issue.issue_no));
  member(json, "issue_no", issue.issue_no);
  member(json, "treatment", issue.treatment);
  member(json, "title", issue.title);
  name(json, "decision", issue.decision);
  json.key("treatment_approved");
  if (issue.decision) {
    json.value(issue.decision == Decision::overturned);
  } else {
    json.null();
  }
  facts(json, issue.facts);
  objects(json, "claims_administrator_guidelines", issue.claims_administrator_guidelines, citation);
  objects(json, "reviewer_guidelines", issue.reviewer_guidelines, citation);
  text_or_null(json, "rationale", issue.rationale);
}

void problem(Json& json, const Problem& problem) {
  member(json, "line", problem.line);
  member(json, "code", problem.code);
  member(json, "message", problem.message);
}

void people(Json& json, const Determination& letter) {
  json.key("reviewer");
  json.begin_object();
  list(json, "specialties", letter.reviewer.specialties);
  list(json, "states", letter.reviewer.states);
  json.end_object();
  json.key("worker");
  json.begin_object();
  number(json, "age", letter.worker.age);
  name(json, "sex", letter.worker.sex);
  json.end_object();
}

}  // namespace

std::string letter_record(const Determination& letter) {
  Json json;
  json.begin_object();
  member(json, "case_number", letter.case_number);
  text_or_null(json, "source", letter.source);
  member(json, "layout", name_of(letter.layout));
  date(json, "date_assigned", letter.date_assigned);
  date(json, "date_of_injury", letter.date_of_injury);
  date(json, "decision_date", letter.decision_date);
  date(json, "ur_denial_date", letter.ur_denial_date);
  date(json, "application_received", letter.application_received);
  name(json, "priority", letter.priority);
  people(json, letter);
  name(json, "outcome", letter.outcome);
  list(json, "diagnoses", letter.diagnoses);
  text_or_null(json, "clinical_summary", letter.clinical_summary);
  objects(json, "issues", letter.issues,
          [&](Json& to, const Issue& one) { issue(to, one, letter.case_number); });
  objects(json, "problems", letter.problems, problem);
  json.end_object();
  return json.take();
}

}  // namespace imr

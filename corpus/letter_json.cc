// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_json.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "corpus/corpus_error.h"
#include "corpus/json_depth.h"
#include "corpus/record_fields.h"
#include "corpus/vocabulary.h"

namespace imr {
namespace {

using Json = nlohmann::ordered_json;

PageRange page_range(const RecordFields& range) {
  if (range.size() != 2) range.refuse("is no pair of pages");
  return {range.at(0).integer(), range.at(1).integer()};
}

// What the record leaves out of a citation, the table of chapters knows.
void complete(GuidelineCitation& citation) {
  const auto* chapter = find_guideline_chapter(citation.id);
  if (chapter == nullptr) return;
  if (citation.label.empty()) citation.label = chapter->label;
  if (citation.source.empty()) citation.source = chapter->source;
  if (citation.topic.empty()) citation.topic = chapter->topic;
}

GuidelineCitation citation_of(const RecordFields& fields) {
  GuidelineCitation citation;
  citation.id = fields["id"].required_text();
  citation.label = fields["label"].text();
  citation.source = fields["source"].text();
  citation.topic = fields["topic"].text();
  citation.year = fields["year"].optional_integer();
  citation.sections = fields["sections"].texts();
  fields["pages"].for_each([&](const RecordFields& range) { citation.pages.push_back(page_range(range)); });
  citation.as_written = fields["as_written"].text();
  complete(citation);
  return citation;
}

std::vector<GuidelineCitation> citations_of(const RecordFields& fields) {
  std::vector<GuidelineCitation> citations;
  fields.for_each([&](const RecordFields& entry) { citations.push_back(citation_of(entry)); });
  return citations;
}

BodyPart body_part_of(const RecordFields& fields) {
  return {fields["part"].required_text(), fields["side"].named(side_of, "side")};
}

TreatmentFacts treatment_facts_of(const RecordFields& fields) {
  TreatmentFacts facts;
  facts.category = fields["treatment_category"].optional_text();
  facts.drugs = fields["drugs"].texts();
  fields["body_parts"].for_each(
      [&](const RecordFields& part) { facts.body_parts.push_back(body_part_of(part)); });
  facts.spinal_levels = fields["spinal_levels"].texts();
  facts.sessions = fields["sessions"].optional_integer();
  facts.quantity = fields["quantity"].optional_integer();
  return facts;
}

constexpr int kMaxIssueNo = 65'535;  // what the index's columns hold

Issue issue_of(const RecordFields& fields, int position, Layout layout) {
  Issue issue;
  issue.issue_no = fields["issue_no"].optional_integer().value_or(position);
  if (issue.issue_no < 1 || issue.issue_no > kMaxIssueNo) fields["issue_no"].refuse("is not from 1 to 65535");
  issue.treatment = fields["treatment"].text();
  issue.title = fields["title"].text();
  issue.decision = fields["decision"].named(decision_of, "decision");
  if (!issue.decision && layout != Layout::plain) fields["decision"].refuse("is missing");
  issue.facts = treatment_facts_of(fields);
  issue.claims_administrator_guidelines = citations_of(fields["claims_administrator_guidelines"]);
  issue.reviewer_guidelines = citations_of(fields["reviewer_guidelines"]);
  issue.rationale = fields["rationale"].text();
  return issue;
}

Problem problem_of(const RecordFields& fields) {
  return {static_cast<std::size_t>(fields["line"].optional_integer().value_or(0)),
          fields["code"].required_text(), fields["message"].text()};
}

void read_dates(const RecordFields& fields, Determination& letter) {
  letter.date_assigned = fields["date_assigned"].date();
  letter.date_of_injury = fields["date_of_injury"].date();
  letter.decision_date = fields["decision_date"].date();
  letter.ur_denial_date = fields["ur_denial_date"].date();
  letter.application_received = fields["application_received"].date();
}

Determination letter_of(const RecordFields& fields) {
  Determination letter;
  letter.case_number = fields["case_number"].name();
  letter.source = fields["source"].text();
  const auto layout = fields["layout"].named(layout_of, "layout");
  if (!layout) fields["layout"].refuse("is missing");
  letter.layout = *layout;
  read_dates(fields, letter);
  letter.priority = fields["priority"].named(priority_of, "priority");
  letter.reviewer.specialties = fields["reviewer"]["specialties"].texts();
  letter.reviewer.states = fields["reviewer"]["states"].texts();
  letter.worker.age = fields["worker"]["age"].optional_integer();
  letter.worker.sex = fields["worker"]["sex"].named(sex_of, "sex");
  letter.diagnoses = fields["diagnoses"].texts();
  letter.clinical_summary = fields["clinical_summary"].text();
  fields["issues"].for_each([&](const RecordFields& entry) {
    Issue issue = issue_of(entry, static_cast<int>(letter.issues.size()) + 1, letter.layout);
    const bool ascends = letter.issues.empty() || issue.issue_no > letter.issues.back().issue_no;
    if (!ascends) entry["issue_no"].refuse("does not come after the one before");
    letter.issues.push_back(std::move(issue));
  });
  if (letter.issues.empty()) fields["issues"].refuse("is empty");
  fields["problems"].for_each(
      [&](const RecordFields& entry) { letter.problems.push_back(problem_of(entry)); });
  letter.outcome = outcome_of(letter.issues);
  return letter;
}

Determination plain_record(const RecordFields& fields) {
  Determination record;
  record.case_number = fields["id"].name();
  record.layout = Layout::plain;
  Issue issue;
  issue.issue_no = 1;
  issue.title = fields["title"].text();
  issue.treatment = issue.title;
  issue.rationale = fields["text"].text();
  record.issues.push_back(std::move(issue));
  return record;
}

Json parsed(std::string_view json) {
  if (json_depth(json) > kMostJsonDepth) throw CorpusError("bad_json", "no record: nested too deep");
  try {
    return Json::parse(json);
  } catch (const Json::parse_error& error) {
    throw CorpusError("bad_json", "no JSON: byte " + std::to_string(error.byte));
  } catch (const Json::exception& error) {
    throw CorpusError("bad_json", std::string("no JSON: ") + error.what());
  }
}

}  // namespace

Json letter_json(const Determination& determination) { return Json::parse(letter_record(determination)); }

Determination read_record(std::string_view json) {
  const auto record = parsed(json);
  const RecordFields fields(record, "");
  if (!record.is_object()) throw CorpusError("bad_record", "the record is no object");
  if (record.contains("issues")) return letter_of(fields);
  if (record.contains("case_number")) fields["issues"].refuse("is missing");
  return plain_record(fields);
}

}  // namespace imr

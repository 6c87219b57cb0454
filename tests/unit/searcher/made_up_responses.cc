// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/searcher/made_up_responses.h"

#include <string>
#include <string_view>
#include <utility>

namespace imr {
namespace {

using namespace std::chrono_literals;

Response response_for(std::string text, std::string interpreted) {
  Response response;
  response.index = {"7c1f", 68, 162, 0};
  response.tree = parse_query(text);
  response.query_text = std::move(text);
  response.interpreted = std::move(interpreted);
  response.took_ms = 1.8461;
  return response;
}

// A passage with every occurrence of `words` highlighted.
Passage passage(std::string field, std::string text, std::string_view words) {
  Passage result{std::move(field), std::move(text), {}};
  for (auto at = result.text.find(words); at != std::string::npos;
       at = result.text.find(words, at + words.size())) {
    result.highlights.emplace_back(at, at + words.size());
  }
  return result;
}

Hit shoulder_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 14.2000004;
  hit.issue_id = "CM00-0000123#1";
  hit.case_number = "CM00-0000123";
  hit.issue_no = 1;
  hit.issues_in_letter = 2;
  hit.source = "letters/CM00-0000123.pdf";
  hit.treatment = "MRI of the right shoulder without contrast";
  hit.decision = Decision::upheld;
  hit.decision_date = 2016y / 12 / 9;
  hit.specialties = {"Family Medicine"};
  hit.states = {"California", "North Carolina"};
  hit.guidelines = {"ACOEM Shoulder Complaints"};
  hit.passages = {
      passage("rationale",
              "The record names no red flag, and surgery is not being considered. An MRI of the shoulder "
              "would not change the treatment that is planned, so the MRI is not necessary at this time.",
              "MRI"),
      passage("summary", "Pain of the right shoulder after a fall; X-rays show no fracture.", "shoulder")};
  hit.why = {{"mri", "magnetic resonance imaging", "treatment"}};
  return hit;
}

Hit therapy_hit() {
  Hit hit;
  hit.rank = 2;
  hit.score = 9.8765432;
  hit.issue_id = "CM00-0000456#3";
  hit.case_number = "CM00-0000456";
  hit.issue_no = 3;
  hit.issues_in_letter = 4;
  hit.source = "letters/CM00-0000456.pdf";
  hit.treatment =
      "Associated surgical service: post-operative physical therapy for the left shoulder, two times a week "
      "for six "
      "weeks";
  hit.decision = Decision::overturned;
  hit.decision_date = 2017y / 1 / 19;
  hit.specialties = {"Preventive Medicine", "Occupational Medicine"};
  hit.states = {"Texas"};
  hit.guidelines = {"ACOEM Shoulder Complaints", "MTUS Postsurgical Treatment"};
  return hit;
}

}  // namespace

Response no_hits() { return response_for("sholder decision:upheld", "sholder AND decision:upheld"); }

Response one_hit() {
  auto response = response_for("shoulder mri", "shoulder AND mri");
  response.total_issues = 1;
  response.total_letters = 1;
  response.hits = {shoulder_hit()};
  return response;
}

Response many_hits() {
  auto response = response_for("shoulder mri decision:upheld", "shoulder AND mri AND decision:upheld");
  response.expansions = {{"mri", {"magnetic resonance imaging"}, "abbreviation"},
                         {"guideline:shoulder", {"ACOEM Shoulder Complaints", "ODG Shoulder"}, "value"}};
  response.warnings = {"\"decison\" is not a field here; it was searched as a word"};
  response.total_issues = 1212;
  response.total_letters = 1100;
  response.hits = {shoulder_hit(), therapy_hit()};
  response.facets = facet_counts().facets;
  response.next_cursor = "9.8765432:CM00-0000456:3";
  return response;
}

Response grouped_hits() {
  auto response = one_hit();
  response.grouped = true;
  response.total_issues = 3;
  response.total_letters = 2;
  response.hits[0].others = {
      {"CM00-0000123#2", "MRI of the cervical spine without contrast", Decision::upheld, 7.25},
      {"CM00-0000123#3", "Acupuncture", Decision::overturned, 0.5}};
  response.hits.push_back(therapy_hit());
  return response;
}

Response odd_hits() {
  auto response = response_for("\x1b[2Jodd", "odd\u202E");
  response.total_issues = 2;
  response.total_letters = 2;
  auto hit = shoulder_hit();
  hit.score = -0.00000001;
  hit.source = "=cmd|' /C calc'!A0";
  hit.treatment = "Brace, \"custom\"\nfor the knee\twith \x1b[31mred\x1b[0m \u009B1m straps \U0001F9B5";
  hit.specialties = {"@SUM(A1)", "Ear, Nose & Throat"};
  hit.states = {"-1+1"};
  hit.guidelines = {"\tTab first", "Second"};
  hit.passages = {
      passage("rationale", "caf\xE9 \x07knee and ca\u0301fe\u0301 knee \u6838\u78C1 knee", "knee")};
  hit.why = {};
  auto other = therapy_hit();
  other.treatment = "+1 box, 50% off";
  other.case_number = "CM00 0000456";
  other.issue_id = "CM00 0000456#3";
  response.hits = {std::move(hit), std::move(other)};
  return response;
}

Response record_hits() {
  auto response = response_for("gout", "gout");
  response.index = {"7c1f", 0, 0, 3};
  response.total_issues = 1;
  response.total_letters = 1;
  Hit hit;
  hit.rank = 1;
  hit.score = 3.5;
  hit.issue_id = "doc 17#1";
  hit.case_number = "doc 17";
  hit.issue_no = 1;
  hit.issues_in_letter = 1;
  hit.passages = {passage("rationale", "Treatment of gout.", "gout")};
  Hit titled = hit;
  titled.rank = 2;
  titled.treatment = "Notes on gout";
  titled.case_number = "18";
  titled.issue_id = "18#1";
  titled.passages = {};
  response.total_issues = response.total_letters = 2;
  response.hits = {hit, titled};
  return response;
}

Response facet_counts() {
  auto response = response_for("", "");
  response.total_issues = 162;
  response.total_letters = 68;
  Facet specialty{"specialty", {}, 3, true};
  specialty.values = {
      {"Family Medicine", 1010, 904, 0, 0.0, std::pair(0.0, 0.0037921), true},
      {"Physical Medicine & Rehabilitation", 24, 20, 6, 0.25, std::pair(0.1199887, 0.4490219), false},
      {"Psychology", 3, 3, 3, 1.0, std::pair(0.4385029, 1.0), true}};
  Facet category{"treatment_category", {}, 12, false};
  category.values = {{"Diagnostic Testing > Imaging and Radiology of the Whole Spine", 9, 8, 1, 1.0 / 9,
                      std::pair(0.0199, 0.4350), false},
                     {"Notes", 1, 1, 0, {}, {}, false}};
  response.facets = {specialty, category, {"priority", {}, 0, true}};
  return response;
}

Determination a_letter() {
  Determination letter;
  letter.case_number = "CM00-0000123";
  letter.source = "letters/CM00-0000123.pdf";
  letter.layout = Layout::f;
  letter.date_assigned = 2016y / 11 / 9;
  letter.date_of_injury = 2016y / 10 / 13;
  letter.decision_date = 2016y / 12 / 9;
  letter.priority = Priority::standard;
  letter.reviewer = {{"Family Medicine"}, {"California", "North Carolina"}};
  letter.worker = {45, Sex::female};
  letter.outcome = Outcome::partly_overturned;
  letter.diagnoses = {"right shoulder sprain", "neck strain"};
  letter.clinical_summary =
      "The injured worker is a 45 year old female who fell from a ladder. She reports pain of the right "
      "shoulder and "
      "of the neck.\nTreatment to date has included medication and a home exercise program.";
  Issue imaging;
  imaging.issue_no = 1;
  imaging.treatment = imaging.title = "MRI of the right shoulder without contrast";
  imaging.decision = Decision::upheld;
  imaging.claims_administrator_guidelines = {{"NONE", "None cited", "None", "None"}};
  imaging.reviewer_guidelines = {{"ACOEM2-09",
                                  "ACOEM Shoulder Complaints",
                                  "MTUS",
                                  "Shoulder",
                                  2004,
                                  {"Special Studies"},
                                  {{200, 202}},
                                  ""}};
  imaging.rationale = "No red flag is named.\x1b[31m Therefore it is not medically necessary.";
  Issue therapy;
  therapy.issue_no = 2;
  therapy.treatment = "Physical therapy, 6 visits";
  therapy.title =
      "Physical therapy, 12 visits was the original request. Six were authorized. The remaining IMR eligible "
      "portion "
      "of the original request, physical therapy, 6 visits is";
  therapy.decision = Decision::overturned;
  therapy.claims_administrator_guidelines = {{"ACOEM2-09",
                                              "ACOEM Shoulder Complaints",
                                              "MTUS",
                                              "Shoulder",
                                              {},
                                              {"Initial Care", "Activity"},
                                              {{203, 203}},
                                              ""},
                                             {"OTHER",
                                              "Other guideline or medical evidence",
                                              "Other",
                                              "Other",
                                              {},
                                              {},
                                              {},
                                              "A textbook of shoulders, 3rd edition"}};
  therapy.rationale = "The visits asked for agree with the guideline.";
  letter.issues = {imaging, therapy};
  return letter;
}

}  // namespace imr

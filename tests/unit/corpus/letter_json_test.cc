// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_json.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "corpus/corpus_error.h"

using namespace imr;
using namespace std::chrono_literals;

namespace {

Determination made_up_letter() {
  Determination letter;
  letter.case_number = "CM00-0000123";
  letter.source = "letters/CM00-0000123.pdf";
  letter.layout = Layout::f;
  letter.decision_date = 2016y / 12 / 9;
  letter.priority = Priority::standard;
  letter.reviewer = {{"Family Medicine"}, {"California", "North Carolina"}};
  letter.worker = {45, Sex::female};
  letter.outcome = Outcome::overturned;
  letter.diagnoses = {"neck strain"};
  letter.clinical_summary = "A worker fell.\n\nShe is 45.";
  letter.problems = {{41, "no_citation", "no guideline of the reviewer"}};
  Issue issue;
  issue.issue_no = 1;
  issue.treatment = "MRI \u2013 \"right\" shoulder";
  issue.title = "X was the original request. MRI";
  issue.decision = Decision::overturned;
  issue.facts = {.category = "Diagnostic Testing > Imaging and Radiology",
                 .drugs = {"triamcinolone"},
                 .body_parts = {{"Shoulder", Side::right}, {"Neck", {}}},
                 .spinal_levels = {"C5-C6"},
                 .sessions = 2,
                 .quantity = 1};
  issue.reviewer_guidelines = {{"ACOEM2-09",
                                "ACOEM Shoulder Complaints",
                                "MTUS",
                                "Shoulder",
                                2004,
                                {"Special Studies"},
                                {{200, 202}},
                                "MTUS ..."}};
  issue.rationale = "It is medically necessary.";
  letter.issues = {issue};
  return letter;
}

std::string reason_of(std::string_view record, std::string_view code) {
  try {
    read_record(record);
  } catch (const CorpusError& error) {
    CHECK(error.code() == code);
    return error.what();
  }
  return "no error";
}

std::string changed(std::string_view from, std::string_view to) {
  auto record = letter_record(made_up_letter());
  const auto at = record.find(from);
  REQUIRE(at != record.npos);
  return record.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a record has its keys in the order of the documentation") {
  const auto json = letter_json(made_up_letter());
  std::string keys;
  for (const auto& [key, value] : json.items()) keys += key + " ";
  CHECK(keys ==
        "case_number source layout date_assigned date_of_injury decision_date ur_denial_date "
        "application_received "
        "priority reviewer worker outcome diagnoses clinical_summary issues problems ");
  keys.clear();
  for (const auto& [key, value] : json["issues"][0].items()) keys += key + " ";
  CHECK(keys ==
        "issue_id issue_no treatment title decision treatment_approved treatment_category drugs body_parts "
        "spinal_levels sessions quantity claims_administrator_guidelines "
        "reviewer_guidelines rationale ");
  CHECK(
      json["issues"][0]["reviewer_guidelines"][0].dump() ==
      R"({"id":"ACOEM2-09","label":"ACOEM Shoulder Complaints","source":"MTUS","topic":"Shoulder","year":2004,)"
      R"("sections":["Special Studies"],"pages":[[200,202]],"as_written":"MTUS ..."})");
}

TEST_CASE("what a letter does not say is null or an empty list") {
  const auto json = letter_json(made_up_letter());
  CHECK(json["date_assigned"].is_null());
  CHECK(json["decision_date"] == "2016-12-09");
  CHECK(json["issues"][0]["claims_administrator_guidelines"].dump() == "[]");
  CHECK(json["issues"][0]["treatment_approved"] == true);
  CHECK(json["issues"][0]["body_parts"].dump() ==
        R"([{"part":"Shoulder","side":"right"},{"part":"Neck","side":null}])");
  auto silent = made_up_letter();
  silent.issues[0].facts = {};
  const auto issue = letter_json(silent)["issues"][0];
  CHECK(issue["treatment_category"].is_null());
  for (const auto* list : {"drugs", "body_parts", "spinal_levels"}) CHECK(issue[list].dump() == "[]");
  CHECK(issue["sessions"].is_null());
  CHECK(issue["quantity"].is_null());
}

TEST_CASE("a record read back is the same letter") {
  const auto letter = made_up_letter();
  CHECK(read_record(letter_record(letter)) == letter);
  auto bare = Determination{};
  bare.case_number = "CM00-0000001";
  bare.layout = Layout::d;
  bare.issues.resize(1);
  bare.issues[0].issue_no = 1;
  bare.issues[0].decision = Decision::upheld;
  bare.outcome = Outcome::upheld;
  CHECK(read_record(letter_record(bare)) == bare);
}

TEST_CASE("a record is one line, and bytes that are no UTF-8 are replaced") {
  auto letter = made_up_letter();
  letter.clinical_summary = "A \xFF byte.";
  const auto record = letter_record(letter);
  CHECK(record.find('\n') == record.npos);
  CHECK(read_record(record).clinical_summary == "A \uFFFD byte.");
}

TEST_CASE("a plain record is one issue without a decision") {
  const auto record =
      read_record(R"({"id": "d 1/x", "title": "Wing flow", "text": "The flow.", "extra": 1})");
  CHECK(record.case_number == "d 1/x");
  CHECK(record.layout == Layout::plain);
  REQUIRE(record.issues.size() == 1);
  CHECK(record.issues[0].treatment == "Wing flow");
  CHECK(record.issues[0].title == "Wing flow");
  CHECK(record.issues[0].rationale == "The flow.");
  CHECK_FALSE(record.issues[0].decision);
  CHECK_FALSE(record.outcome);
  CHECK(record.problems.empty());
  CHECK(letter_json(record)["issues"][0]["treatment_approved"].is_null());
  CHECK(record.issues[0].facts == TreatmentFacts{});
  CHECK(read_record(letter_record(record)) == record);
  CHECK(read_record(R"({"id": "2", "title": "", "text": ""})").issues.size() == 1);
}

TEST_CASE("keys that are not read, and those to come, do no harm") {
  const auto record = changed(R"("treatment_approved":true)",
                              R"("treatment_approved":true,"assertions":["tender"],"hours":12)");
  CHECK(read_record(record) == made_up_letter());
}

TEST_CASE("what a citation leaves out is looked up by its id") {
  const auto record =
      changed(R"("label":"ACOEM Shoulder Complaints","source":"MTUS","topic":"Shoulder",)", "");
  CHECK(read_record(record) == made_up_letter());
}

TEST_CASE("the outcome is derived anew") {
  CHECK(read_record(changed(R"("outcome":"overturned")", R"("outcome":"upheld")")) == made_up_letter());
}

TEST_CASE("a bad record is refused with the name of the key") {
  const struct {
    std::string record;
    std::string_view reason;
  } cases[] = {
      {changed("2016-12-09", "2016-02-30"), R"("decision_date" is no date (YYYY-MM-DD): "2016-02-30")"},
      {changed("2016-12-09", ""), R"("decision_date" is no date (YYYY-MM-DD): "")"},
      {changed("\"2016-12-09\"", "20161209"), R"("decision_date" is no text)"},
      {changed("\"CM00-0000123\"", "null"), R"("case_number" is missing)"},
      {changed("\"F\"", "\"H\""), R"("layout" is no layout: "H")"},
      {changed(R"("decision":"overturned")", R"("decision":"maybe")"),
       R"("issues[0].decision" is no decision: "maybe")"},
      {changed(R"("decision":"overturned")", R"("decision":null)"), R"("issues[0].decision" is missing)"},
      {changed("[[200,202]]", "[[200]]"),
       R"("issues[0].reviewer_guidelines[0].pages[0]" is no pair of pages)"},
      {changed("[[200,202]]", "[200]"), R"("issues[0].reviewer_guidelines[0].pages[0]" is no pair of pages)"},
      {changed("\"age\":45", "\"age\":-1"), R"("worker.age" is negative)"},
      {changed("\"age\":45", "\"age\":99999999999"), R"("worker.age" is too large)"},
      {changed("\"age\":45", "\"age\":4.5"), R"("worker.age" is no whole number)"},
      {changed("[\"neck strain\"]", "\"neck strain\""), R"("diagnoses" is no list)"},
      {changed("\"side\":\"right\"", "\"side\":\"upper\""),
       R"("issues[0].body_parts[0].side" is no side: "upper")"},
      {R"({"title": "x"})", R"("id" is missing)"},
      {R"({"id": 7, "title": "x"})", R"("id" is no text)"},
      {R"({"case_number": "CM00-0000001"})", R"("issues" is missing)"},
      {R"({"case_number": "CM00-0000001", "layout": "F", "issues": []})", R"("issues" is empty)"},
      {"[1]", "the record is no object"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.record);
    CHECK(reason_of(c.record, "bad_record") == c.reason);
  }
}

TEST_CASE("brackets nested without end are refused, in strings they are text") {
  const std::string deep(200'000, '[');
  CHECK_THROWS_AS(read_record(R"({"id": "e", "x": )" + deep + R"(, "title": "t", "text": "x"})"),
                  CorpusError);
  CHECK_THROWS_AS(read_record(R"({"id": "e", "title": "t", "text": "x", "y": )" + deep), CorpusError);
  CHECK(read_record(R"({"id": "e", "title": "a \" quote", "text": ")" + deep + R"("})").issues[0].rationale ==
        deep);
}

TEST_CASE("what is no JSON is refused as such") {
  for (const auto* text : {"", "{", "{\"id\": \"x\"} y", "{\"id\": \"\xFF\"}"}) {
    CAPTURE(text);
    CHECK(reason_of(text, "bad_json").starts_with("no JSON: byte "));
  }
}

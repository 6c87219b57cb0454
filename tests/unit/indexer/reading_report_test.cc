// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/reading_report.h"

#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "indexer/expectation.h"
#include "tests/unit/indexer/made_up_determination.h"

using namespace imr;
using Json = nlohmann::json;
using Added = IndexWriter::Added;

namespace {

std::string printed(const ReadingReport& report) {
  std::ostringstream out;
  report.print(out, 1.5);
  return out.str();
}

Determination note() {
  Determination determination;
  determination.case_number = "note";
  determination.issues = {{.issue_no = 1, .treatment = "t", .title = "t"}};
  return determination;
}

}  // namespace

TEST_CASE("a report of nothing says so") {
  const ReadingReport report;
  CHECK(printed(report) == "read 0 letters with 0 issues in 1.50 s\n");
  CHECK(Json::parse(report.json())["letters"] == 0);
  CHECK(Json::parse(report.json())["rejected"] == Json::array());
}

TEST_CASE("letters and plain records are counted apart") {
  ReadingReport report;
  report.count(made_up_determination());
  report.count(note());
  report.count(note());
  CHECK(report.letters() == 1);
  CHECK(report.records() == 2);
  CHECK(printed(report).starts_with("read 1 letter with 2 issues and 2 plain records in 1.50 s\n"));
  const Json json = Json::parse(report.json());
  CHECK(json["issues"] == 2);
  CHECK(json["records"] == 2);
  CHECK(json["layouts"] == Json{{"F", 1}, {"plain", 2}});
}

TEST_CASE("what became of letters is counted, repeated ones by name") {
  ReadingReport report;
  const Determination letter = made_up_determination();
  for (const Added added :
       {Added::fresh, Added::unchanged, Added::unchanged, Added::replaced, Added::repeated}) {
    report.count(added, letter);
  }
  const std::string text = printed(report);
  CHECK(text.find("2 unchanged, skipped\n1 replaced\n") != std::string::npos);
  CHECK(
      text.find("1 letter given again, the last one counts:\n  CM00-0000001 (letters/CM00-0000001.txt)\n") !=
      std::string::npos);
  const Json json = Json::parse(report.json());
  CHECK(json["unchanged"] == 2);
  CHECK(json["replaced"] == 1);
  CHECK(json["given_more_than_once"].size() == 1);
}

TEST_CASE("of many repeated letters ten are named, and the report has them all") {
  ReadingReport report;
  for (int i = 0; i < 12; ++i) report.count(Added::repeated, made_up_determination());
  const std::string text = printed(report);
  CHECK(text.find("12 letters given again") != std::string::npos);
  CHECK(text.find("  and 2 more (--report lists them all)\n") != std::string::npos);
  CHECK(Json::parse(report.json())["given_more_than_once"].size() == 12);
}

TEST_CASE("rejections are counted by code for people, and listed one by one as JSON") {
  ReadingReport report;
  report.count(Rejection{"a.pdf", 0, "bad_pdf", "not a PDF"});
  report.count(Rejection{"b.pdf", 0, "bad_pdf", "not a PDF"});
  report.count(Rejection{"n.jsonl", 7, "bad_json", "cut \"off\"\xff"});
  CHECK(report.rejections().size() == 3);
  CHECK(
      printed(report).find("3 inputs rejected, each named above:\n       1  bad_json\n       2  bad_pdf\n") !=
      std::string::npos);
  const Json rejected = Json::parse(report.json())["rejected"];
  REQUIRE(rejected.size() == 3);
  CHECK(rejected[2]["source"] == "n.jsonl");
  CHECK(rejected[2]["line"] == 7);
  CHECK(rejected[2]["reason"] == "cut \"off\"\ufffd");
}

TEST_CASE("problems and filled fields are counted") {
  ReadingReport report;
  Determination letter = made_up_determination();
  letter.problems = {{0, "no_header", ""}, {3, "truncated", ""}, {4, "truncated", ""}};
  report.count(letter);
  letter.priority.reset();
  letter.problems.clear();
  letter.issues[0].rationale.clear();
  report.count(letter);
  const Json json = Json::parse(report.json());
  CHECK(json["problems"] == Json{{"no_header", 1}, {"truncated", 2}});
  CHECK(json["fields"]["priority"]["filled"] == 1);
  CHECK(json["fields"]["priority"]["of"] == 2);
  CHECK(json["fields"]["age"]["filled"] == 2);
  CHECK(json["fields"]["rationale"]["filled"] == 3);
  CHECK(json["fields"]["rationale"]["of"] == 4);
  const std::string text = printed(report);
  CHECK(text.find("       2  truncated\n") != std::string::npos);
  CHECK(text.find("  priority                          50.0\n") != std::string::npos);
  CHECK(text.find("  rationale                         75.0\n") != std::string::npos);
}

TEST_CASE("filled fields are counted by year of decision") {
  ReadingReport report;
  Determination letter = made_up_determination();
  letter.decision_date = Date(std::chrono::year(2014), std::chrono::month(2), std::chrono::day(3));
  report.count(letter);
  letter.decision_date = Date(std::chrono::year(2016), std::chrono::month(2), std::chrono::day(3));
  letter.reviewer.specialties.clear();
  report.count(letter);
  letter.decision_date.reset();
  report.count(letter);
  const Json specialties = Json::parse(report.json())["fields"]["specialties"];
  CHECK(specialties["by_year"]["2014"] == Json{{"filled", 1}, {"of", 1}});
  CHECK(specialties["by_year"]["2016"] == Json{{"filled", 0}, {"of", 1}});
  CHECK(specialties["by_year"]["unknown"] == Json{{"filled", 0}, {"of", 1}});
  const std::string text = printed(report);
  CHECK(text.find("   all     ?  2014  2016\n") != std::string::npos);
  CHECK(text.find("  specialties                       33.3   0.0 100.0   0.0\n") != std::string::npos);
}

TEST_CASE("what no vocabulary has is listed, most frequent first") {
  ReadingReport report;
  Determination letter = made_up_determination();
  letter.problems = {{1, "unmapped_state", "\"Ohoi\" is not in the vocabulary"}};
  report.count(letter);
  letter.problems.push_back({2, "unmapped_state", "\"Baja\" is not in the vocabulary"});
  letter.problems.push_back({2, "unmapped_state", "\"Baja\" is not in the vocabulary"});
  report.count(letter);
  report.count(letter);
  const Json states = Json::parse(report.json())["unmapped"]["unmapped_state"];
  REQUIRE(states.size() == 2);
  CHECK(states[0] == Json{{"message", "\"Baja\" is not in the vocabulary"}, {"count", 4}});
  CHECK(states[1]["count"] == 3);
  CHECK(printed(report).find("unmapped_state, most frequent first:\n       4  \"Baja\"") !=
        std::string::npos);
}

TEST_CASE("an expectation is a field and a fraction, and names what it misses") {
  for (const char* bad : {"specialty", "specialty>=", "specialty>=1.5", "specialty>=-1", "specialty>=x",
                          "shoe_size>=0.5", ">=0.5", "specialty>=0.5%"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_expectation(bad));
  }
  FillRates rates;
  REQUIRE(parse_expectation("specialty>=0.5"));
  CHECK(parse_expectation("specialty>=0.5")->fault(rates) ==
        "specialties is filled in 0 of 0, expected of 50 %");
  Determination letter = made_up_determination();
  rates.count(letter);
  letter.reviewer.specialties.clear();
  rates.count(letter);
  CHECK(parse_expectation("specialty>=0.5")->fault(rates).empty());
  CHECK(parse_expectation("specialties>=0.95")->fault(rates) ==
        "specialties is filled in 1 of 2, expected of 95 %");
}

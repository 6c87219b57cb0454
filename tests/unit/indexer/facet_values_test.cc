// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/facet_values.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/indexer/made_up_determination.h"

using namespace imr;
using Values = std::vector<std::string>;

TEST_CASE("ages fall into bands of ten years") {
  const struct {
    int age;
    const char* band;
  } cases[] = {{0, "<20"},    {19, "<20"},   {20, "20-29"}, {29, "20-29"}, {30, "30-39"},
               {45, "40-49"}, {69, "60-69"}, {70, "70+"},   {99, "70+"}};
  for (const auto& c : cases) {
    CAPTURE(c.age);
    Determination determination = made_up_determination();
    determination.worker.age = c.age;
    CHECK(letter_facets(determination).at("age_band") == Values{c.band});
    CHECK(letter_numbers(determination).at("age") == c.age);
  }
}

TEST_CASE("a letter's facets are those of the letter as a whole") {
  const KeywordValues values = letter_facets(made_up_determination());
  CHECK(values.at("outcome") == Values{"partly_overturned"});
  CHECK(values.at("specialty") == Values{"Pain Medicine", "Anesthesiology"});
  CHECK(values.at("state") == Values{"California", "Ohio"});
  CHECK(values.at("sex") == Values{"female"});
  CHECK(values.at("decision_year") == Values{"2017"});
  CHECK(values.at("priority") == Values{"standard"});
  CHECK(values.at("layout") == Values{"F"});
  CHECK_FALSE(values.contains("decision"));
}

TEST_CASE("an issue's facets and numbers say what was asked for") {
  const Determination determination = made_up_determination();
  const Issue& issue = determination.issues[0];
  const KeywordValues values = issue_facets(issue);
  CHECK(values.at("treatment_category") == Values{"Rehabilitation > Physical and Occupational Therapy"});
  CHECK(values.at("drug") == Values{"baclofen"});
  CHECK(values.at("body_part") == Values{"Neck", "Wrist"});
  CHECK(values.at("spinal_level") == Values{"C5-C6", "C6-C7"});
  CHECK(issue_numbers(issue) == NumberValues{{"sessions", 12}, {"quantity", 30}});
  CHECK(issue_numbers(determination.issues[1]).empty());
}

TEST_CASE("every facet value is of a facet and on its level") {
  const Determination determination = made_up_determination();
  for (const auto& [name, values] : letter_facets(determination)) {
    CAPTURE(name);
    REQUIRE(find_field(name));
    CHECK(is_facet(*find_field(name)));
    CHECK(find_field(name)->level == FieldLevel::letter);
  }
  for (const auto& [name, values] : issue_facets(determination.issues[0])) {
    CAPTURE(name);
    REQUIRE(find_field(name));
    CHECK(is_facet(*find_field(name)));
    CHECK(find_field(name)->level == FieldLevel::issue);
  }
}

TEST_CASE("a label stands once, even where two ids share it") {
  Issue issue = made_up_determination().issues[0];
  GuidelineCitation other = issue.reviewer_guidelines[0];
  other.id = "A17-NECK";
  issue.reviewer_guidelines.push_back(other);
  other.label = "ODG Neck and Upper Back";
  other.source = "ODG";
  issue.reviewer_guidelines.push_back(other);
  const KeywordValues values = issue_facets(issue);
  CHECK(values.at("guideline") == Values{"ACOEM Neck and Upper Back Complaints", "ODG Neck and Upper Back"});
  CHECK(values.at("guideline_source") == Values{"MTUS", "ODG"});
  CHECK(values.at("guideline_topic") == Values{"Neck and upper back"});
}

TEST_CASE("the claims administrator's chapters are a facet of their own") {
  Issue issue = made_up_determination().issues[0];
  issue.reviewer_guidelines.clear();
  const KeywordValues values = issue_facets(issue);
  CHECK(values.at("ca_guideline") == Values{"ACOEM Neck and Upper Back Complaints"});
  CHECK_FALSE(values.contains("guideline"));
}

TEST_CASE("what a letter does not say has no value") {
  const Determination bare;
  const KeywordValues values = letter_facets(bare);
  CHECK(values.size() == 1);
  CHECK(values.at("layout") == Values{"plain"});
  CHECK(letter_numbers(bare).empty());
  CHECK(issue_facets(Issue{.issue_no = 1, .treatment = "x", .title = "x"}).empty());
}

TEST_CASE("dates are days since 1970") {
  const NumberValues numbers = letter_numbers(made_up_determination());
  CHECK(numbers.at("decided") == 17169);
  CHECK(numbers.at("injured") == 17108);
}

TEST_CASE("a letter has a number of issues, a plain record none") {
  Determination determination = made_up_determination();
  CHECK(letter_numbers(determination).at("issues") == 2);
  determination.layout = Layout::plain;
  CHECK_FALSE(letter_numbers(determination).contains("issues"));
}

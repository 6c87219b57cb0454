// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/determination.h"

#include <doctest/doctest.h>

using namespace imr;
using namespace std::chrono_literals;

TEST_CASE("every name leads back to its value") {
  for (const auto layout :
       {Layout::a, Layout::b, Layout::c, Layout::d, Layout::e, Layout::f, Layout::g, Layout::plain}) {
    CHECK(layout_of(name_of(layout)) == layout);
  }
  for (const auto decision : {Decision::upheld, Decision::overturned})
    CHECK(decision_of(name_of(decision)) == decision);
  for (const auto outcome : {Outcome::upheld, Outcome::overturned, Outcome::partly_overturned}) {
    CHECK(outcome_of(name_of(outcome)) == outcome);
  }
  for (const auto priority : {Priority::standard, Priority::expedited})
    CHECK(priority_of(name_of(priority)) == priority);
  for (const auto sex : {Sex::female, Sex::male}) CHECK(sex_of(name_of(sex)) == sex);
}

TEST_CASE("names are those of the records, and others are none") {
  CHECK(name_of(Layout::f) == "F");
  CHECK(name_of(Layout::plain) == "plain");
  CHECK(name_of(Outcome::partly_overturned) == "partly_overturned");
  CHECK_FALSE(layout_of("f"));
  CHECK_FALSE(decision_of("Upheld"));
  CHECK_FALSE(sex_of(""));
}

TEST_CASE("the outcome follows from the decisions") {
  const auto decided = [](std::optional<Decision> decision) {
    Issue issue;
    issue.decision = decision;
    return issue;
  };
  const auto up = decided(Decision::upheld);
  const auto over = decided(Decision::overturned);
  CHECK(outcome_of(std::vector<Issue>{up, up}) == Outcome::upheld);
  CHECK(outcome_of(std::vector<Issue>{over}) == Outcome::overturned);
  CHECK(outcome_of(std::vector<Issue>{up, over}) == Outcome::partly_overturned);
  CHECK_FALSE(outcome_of(std::vector<Issue>{}));
  CHECK_FALSE(outcome_of(std::vector<Issue>{decided(std::nullopt)}));
}

TEST_CASE("an issue is named after its case") { CHECK(issue_id("CM00-0000123", 2) == "CM00-0000123#2"); }

TEST_CASE("ISO dates are read strictly") {
  CHECK(iso_date(2016y / 2 / 9) == "2016-02-09");
  CHECK(date_of_iso("2016-02-29") == Date(2016y / 2 / 29));
  for (const auto* text :
       {"2015-02-29", "2016-13-01", "2016-2-9", "2016/02/09", "2016-02-09 ", "", "+016-02-09"}) {
    CAPTURE(text);
    CHECK_FALSE(date_of_iso(text));
  }
}

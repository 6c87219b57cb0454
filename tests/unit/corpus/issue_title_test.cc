// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/issue_title.h"

#include <doctest/doctest.h>

using namespace imr;

TEST_CASE("the decision is what follows the last colon") {
  const struct {
    std::string_view text;
    std::string_view title;
    Decision decision;
  } cases[] = {
      {"Cold therapy unit: Upheld", "Cold therapy unit", Decision::upheld},
      {"Associated surgical service: Cold therapy unit: Overturned",
       "Associated surgical service: Cold therapy unit", Decision::overturned},
      {"NORCO 10/325MG #60:  UPHELD", "NORCO 10/325MG #60", Decision::upheld},
      {"Physical therapy 2 x 6: overturned.", "Physical therapy 2 x 6", Decision::overturned},
      {"2. Soma 350mg #90: Upheld", "Soma 350mg #90", Decision::upheld},
      {"1 knee scooter: Upheld", "1 knee scooter", Decision::upheld},
      {"Review of the upheld denial: Overturned", "Review of the upheld denial", Decision::overturned},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto title = issue_title(c.text);
    REQUIRE(title);
    CHECK(title->title == c.title);
    CHECK(title->treatment == c.title);
    CHECK(title->decision == c.decision);
  }
}

TEST_CASE("a list number is no part of a title, but a number of the treatment is") {
  const struct {
    std::string_view text;
    int issue_no;
    std::string_view treatment;
  } cases[] = {
      {"1. 5mg Norco #60: Upheld", 1, "5mg Norco #60"},
      {"1.5mg Ativan #60: Upheld", 1, "1.5mg Ativan #60"},
      {"2) Norco: Upheld", 2, "Norco"},
      {"2)Norco: Upheld", 2, "Norco"},
      {"2.) Norco: Upheld", 2, "Norco"},
      {"2.Norco: Upheld", 2, "Norco"},
      {"Norco 10mg;: Upheld", 1, "Norco 10mg"},
      {"(3) Norco: Upheld", 3, "Norco"},
      {"Issue #3: Norco: Upheld", 3, "Norco"},
      {"#3: Norco: Upheld", 3, "Norco"},
      {"4. Norco: Upheld", 2, "Norco"},
      {"24-hour nursing: Upheld", 1, "24-hour nursing"},
      {"24. Hour nursing: Upheld", 1, "24. Hour nursing"},
      {"24. Home nursing: Upheld", 24, "Home nursing"},
      {"3 month rental of a bed: Upheld", 3, "3 month rental of a bed"},
      {"12 visits: Upheld", 1, "12 visits"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto title = issue_title(c.text, c.issue_no);
    REQUIRE(title);
    CHECK(title->treatment == c.treatment);
  }
}

TEST_CASE("a slip in the decision, or a remark behind it, is told and does not cost the issue") {
  const struct {
    std::string_view text;
    std::string_view treatment;
    Decision decision;
    std::string_view slip;
  } cases[] = {
      {"TENS unit: Uphcld", "TENS unit", Decision::upheld, "Uphcld"},
      {"TENS unit: Up held.", "TENS unit", Decision::upheld, "Up held."},
      {"TENS unit: 0verturned", "TENS unit", Decision::overturned, "0verturned"},
      {"TENS unit: OVCRTURNED", "TENS unit", Decision::overturned, "OVCRTURNED"},
      {"TENS unit: Overturned (see below)", "TENS unit", Decision::overturned, "Overturned (see below)"},
      {"TENS unit: Partially Overturned", "TENS unit", Decision::overturned, "Partially Overturned"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto title = issue_title(c.text);
    REQUIRE(title);
    CHECK(title->treatment == c.treatment);
    CHECK(title->decision == c.decision);
    CHECK(title->slip == c.slip);
  }
  CHECK(issue_title("TENS unit: Upheld")->slip.empty());
  for (const auto* text :
       {"TENS unit: Unheeded", "TENS unit Uphcld", "TENS unit: held", "TENS unit: returned"}) {
    CAPTURE(text);
    CHECK_FALSE(issue_title(text));
  }
}

TEST_CASE("without a decision or without a title there is no issue") {
  for (const auto* text :
       {"Cold therapy unit", "Upheld", ": Overturned", "", "Cold therapy unit: Upheld in part"}) {
    CAPTURE(text);
    CHECK_FALSE(issue_title(text));
  }
}

TEST_CASE("of a split request only the eligible part was decided") {
  const struct {
    std::string_view text;
    std::string_view treatment;
  } cases[] = {
      {"Norco #60 was the original request. Norco #25 was authorized by the Claims Administrator. The "
       "remaining IMR "
       "eligible portion of the original request, Norco #35 is: Upheld",
       "Norco #35"},
      {"Norco #60 was the original request. Norco #25 was authorized by the Claims Administrator. The "
       "remaining IMR "
       "eligible portion of the original request, Norco #35: Upheld",
       "Norco #35"},
      {"PT, 12 visits, was the original request. 6 were certified. The remaining IMR-eligible portion of the "
       "original request, PT, 6 visits is: Upheld",
       "PT, 6 visits"},
      {"PT, 12 visits, was the original request. The remaining IMR eligible portion, PT, 6 visits, is: "
       "Upheld",
       "PT, 6 visits"},
      {"A bed was the original request. The Claims Administrator authorized a mattress, leaving the original "
       "request "
       "IMR eligible. The original request, a bed, is: Overturned",
       "a bed"},
      {"Gym, pool and spa was the original request. Gym was authorized by the Claims Administrator. The "
       "remaining IMR "
       "eligible portion of the original request, pool and spa, 2 x 6 is: Upheld",
       "pool and spa, 2 x 6"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto title = issue_title(c.text);
    REQUIRE(title);
    CHECK(title->treatment == c.treatment);
    CHECK(c.text.starts_with(title->title));
    CHECK(title->title.size() > title->treatment.size());
  }
}

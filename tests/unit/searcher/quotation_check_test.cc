// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quotation_check.h"

#include <doctest/doctest.h>

using namespace imr;

namespace {

Determination letter() {
  Determination made;
  made.clinical_summary = "She fell from a ladder. She has low-back\npain since.";
  Issue& first = made.issues.emplace_back();
  first.issue_no = 1;
  first.treatment = "MRI of the lumbar spine";
  first.rationale = "The records don\u2019t show any red flag. The request is not medically necessary.";
  Issue& second = made.issues.emplace_back();
  second.issue_no = 2;
  second.rationale = "Twelve visits exceed what the guideline allows for a strain of the back.";
  return made;
}

QuotationCheck check(std::string_view quotation) { return check_quotation(letter(), quotation); }

}  // namespace

TEST_CASE("a quotation that stands there is exact, whatever its case, blanks and marks") {
  const QuotationCheck found = check("the records don't  SHOW any red flag");
  CHECK(found.status == QuotationStatus::exact);
  CHECK(found.field == "rationale");
  CHECK(found.issue_no == 1);
  CHECK(found.begin == 0);
  CHECK(found.text == "The records don\u2019t show any red flag");
  CHECK(found.differences.empty());
  CHECK(check("low-back pain").field == "summary");
  CHECK(check("low-back pain").issue_no == 0);
  CHECK(check("exceed what the guideline allows").issue_no == 2);
}

TEST_CASE("a changed quotation is altered, and says how") {
  const QuotationCheck one = check("The request is medically necessary");
  CHECK(one.status == QuotationStatus::altered);
  CHECK(one.text == "The request is not medically necessary");
  REQUIRE(one.differences.size() == 1);
  CHECK(one.differences[0].quoted.empty());
  CHECK(one.differences[0].found == "not");
  const QuotationCheck two = check("Twelve long visits exceed what the standard allows");
  REQUIRE(two.differences.size() == 2);
  CHECK(two.differences[0].quoted == "long");
  CHECK(two.differences[0].found.empty());
  CHECK(two.differences[1].quoted == "standard");
  CHECK(two.differences[1].found == "guideline");
}

TEST_CASE("what is not there is absent") {
  CHECK(check("The knee was replaced last year").status == QuotationStatus::absent);
  CHECK(check("").status == QuotationStatus::absent);
  CHECK(check("?!").status == QuotationStatus::absent);
  CHECK(check_quotation({}, "anything").status == QuotationStatus::absent);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_headings.h"

#include <optional>
#include <string_view>

#include <doctest/doctest.h>

using namespace imr;

TEST_CASE("headings are known in any case, broken, with slips and with text after them") {
  using enum Heading;
  const struct {
    std::string_view text;
    Heading heading;
    std::size_t lines;
    std::string_view rest;
  } cases[] = {
      {"CLINICAL CASE SUMMARY", clinical_summary, 1, ""},
      {"Clinical Case Summary:", clinical_summary, 1, ""},
      {"CLINICAL CASE\nSUMMARY", clinical_summary, 2, ""},
      {"CLlNlCAL CASE SUMMARY", clinical_summary, 1, ""},
      {"IMR ISSUES, DECISIONS AND RATIONALES", issues, 1, ""},
      {"IMR lSSUES. DECISlONS AND RATIONALE5", issues, 1, ""},
      {"IMR DECISION(S) AND RATIONALE(S)", decisions, 1, ""},
      {"IMR Decisions and Rationales", decisions, 1, ""},
      {"ISSUE AT DISPUTE: Whether an MRI is medically necessary.", dispute, 1,
       "Whether an MRI is medically necessary."},
      {"Documents Reviewed\nfor Determination:", documents, 2, ""},
      {"DOCUMENTS REVIEWED", documents, 1, ""},
      {"Expert Reviewer Case Summary:", expert_summary, 1, ""},
      {"MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY\nPROFESSIONAL REVIEWER AND WHY: MTUS", guidelines, 2,
       "MTUS"},
      {"RATIONALE FOR WHY THE REQUESTED\nTREATMENT/SERVICE IS/WAS\nNOT MEDICALLY NECESSARY:", rationale, 3,
       ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto found = heading_at(letter_lines(c.text), 0);
    REQUIRE(found);
    CHECK(found->heading == c.heading);
    CHECK(found->lines == c.lines);
    CHECK(found->rest == c.rest);
  }
}

TEST_CASE("sentences with the words of a heading are none") {
  for (const std::string_view text :
       {"The clinical case summary was reviewed.", "documents reviewed show no deficit",
        "Case summary of 2013.", "Issues are discussed below", "Rationale"}) {
    CAPTURE(text);
    CHECK_FALSE(heading_at(letter_lines(text), 0));
  }
}

TEST_CASE("a few slips are forgiven, other words are not") {
  CHECK(nearly_equal("CLINICALCASESUMARY", "CLINICALCASESUMMARY"));
  CHECK(nearly_equal("CLlNICALCASESUMMARY", "CLINICALCASESUMMARY"));
  CHECK_FALSE(nearly_equal("CLINICCASESUMMARY", "CLINICALCASESUMMARY"));
  CHECK_FALSE(nearly_equal("IMRDECISIONSANDRATIONALES", "IMRISSUESDECISIONSANDRATIONALES"));
  CHECK_FALSE(nearly_equal("CASE", "CARE"));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/verdicts.h"

#include <optional>
#include <string_view>

#include <doctest/doctest.h>

using namespace imr;

TEST_CASE("a title decides in words, blanks lost or doubled") {
  using enum Decision;
  const struct {
    std::string_view text;
    std::string_view treatment;
    Decision decision;
  } cases[] = {
      {"1. Norco 10/325mg #60 is not medically necessary and appropriate.", "Norco 10/325mg #60", upheld},
      {"Norco 10/325mg #60 is medically necessary and appropriate.", "Norco 10/325mg #60", overturned},
      {"2) The request for a knee brace is notmedically necessary and appropriate", "knee brace", upheld},
      {"the request for a knee brace isnot medically necessary andappropriate.", "knee brace", upheld},
      {"X-rays of both hands are not medically  necessaryand appropriate.", "X-rays of both hands", upheld},
      {"Six visits were medically necessary.", "Six visits", overturned},
      {"Issue #3: The decision for 60 Norco is not medically necessary and appropriate.", "60 Norco", upheld},
      {"(4) MRI, lumbar: Not Medically Necessary", "MRI, lumbar", upheld},
      {"MRI of the knee is therefore not medically necessary.", "MRI of the knee", upheld},
      {"5. Gym membership: Upheld", "Gym membership", upheld},
      {"Walker is: Overturned", "Walker", overturned},
      {"1.5 mg of Ativan is not medically necessary.", "1.5 mg of Ativan", upheld},
      {"1. 5mg Norco is not medically necessary.", "5mg Norco", upheld},
      {"24-hour nursing is not medically necessary.", "24-hour nursing", upheld},
      {"A brace that is medically necessary, says Dr. X, is not medically necessary.",
       "brace that is medically necessary, says Dr. X", upheld},
      {"A brace is medically unnecessary.", "brace", upheld},
      {"A brace is medically necessary and not appropriate.", "brace", upheld},
      {"A brace is non-medically necessary and appropriate.", "brace", upheld},
      {"A brace is not medically necessary and appropriate at this time.", "brace", upheld},
      {"A brace is medically necessary for this worker.", "brace", overturned},
      {"A brace is medically necessary and appropriate as requested;", "brace", overturned},
      {"A brace is not medically necessary and appropriate (see above):", "brace", upheld},
      {"A brace is not rnedically necessary and appropriate.", "brace", upheld},
      {"A brace is riot medically necessary and appropriate.", "brace", upheld},
      {"A brace i s not medically necessary and appropriate.", "brace", upheld},
      {"A brace is no t medically necessary and appropriate.", "brace", upheld},
      {"A braceis not medically necessary and appropriate.", "brace", upheld},
      {"A brace is not medical necessary and appropriate.", "brace", upheld},
      {"A brace is medically neccesary and apropriate.", "brace", overturned},
      {"A brace is not medically appropriate and necessary.", "brace", upheld},
      {"A brace is medically necessary and/or appropriate.", "brace", overturned},
      {"A brace is not reasonable, medically necessary and appropriate.", "brace", upheld},
      {"A brace is now medically necessary and appropriate.", "brace", overturned},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto verdict = title_verdict(c.text);
    REQUIRE(verdict);
    CHECK(verdict->treatment == c.treatment);
    CHECK(verdict->decision == c.decision);
  }
}

TEST_CASE("what names no treatment or does not decide is no title with a verdict") {
  for (const std::string_view text : {"The request is not medically necessary.",
                                      "Therefore, the requested treatment is medically necessary.",
                                      "It is not medically necessary and appropriate.", "Norco 10/325mg #60",
                                      "", "brace is xq medically necessary and appropriate.",
                                      "brace is medically necessary as the knee is loose.",
                                      "MRI is medically necessary when red flags are present."}) {
    CAPTURE(text);
    CHECK_FALSE(title_verdict(text));
  }
}

TEST_CASE("a treatment is what is asked for") {
  const struct {
    std::string_view text;
    std::string_view treatment;
  } cases[] = {
      {"Whether an MRI of the knee is medically necessary?", "MRI of the knee"},
      {"1) Regarding the request for Norco #60:", "Norco #60"},
      {"Regarding the requests for Norco and Soma:", "Norco and Soma"},
      {"2. Whether the request for a walker is or is not medically necessary.", "walker"},
      {"the requested walker", "walker"},
      {"the request forNorco #60", "Norco #60"},
      {"2.MRI of the knee", "MRI of the knee"},
      {"2, MRI of the knee", "MRI of the knee"},
      {"1.5 mg of Ativan", "1.5 mg of Ativan"},
      {"Prescription of Norco #60", "Norco #60"},
      {"Retrospective request for a walker", "Retrospective request for a walker"},
      {"A1 pulley release", "A1 pulley release"},
      {"Is the request for a walker medically necessary?", "walker"},
      {"The issue in dispute is whether a walker is medically necessary.", "walker"},
      {"2) Regarding tbe rcquestfor a walker:", "walker"},
      {"Physical therapy, twelve visits,", "Physical therapy, twelve visits"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(treatment_asked_for(c.text) == c.treatment);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/closing_decision.h"

#include <optional>
#include <string_view>

#include <doctest/doctest.h>

using namespace imr;

TEST_CASE("a rationale closes with its last sentence about the request") {
  constexpr auto kUpheld = Decision::upheld;
  constexpr auto kOverturned = Decision::overturned;
  const struct {
    std::string_view text;
    std::optional<Decision> decision;
  } cases[] = {
      {"Care failed. The request for surgery is medically necessary.", kOverturned},
      {"Care was not tried. The request for surgery is not medically necessary.", kUpheld},
      {"The request is notmedically necessary and appropriate.", kUpheld},
      {"The request is not medically necessary. Weaning is medically necessary to avoid withdrawal.",
       kUpheld},
      {"An MRI is medically necessary if red flags are found. There are none, so the request is not "
       "medically necessary.",
       kUpheld},
      {"The request is medically necessary. Further visits are not medically necessary unless function "
       "grows.",
       kOverturned},
      {"Thus, medical necessity has not been established.", kUpheld},
      {"Medical necessity has been established.", kOverturned},
      {"Therefore, the request is considered not medically necessary.", kUpheld},
      {"The record does not support the medical necessity of the brace.", kUpheld},
      {"Therefore, the request is deemed medically appropriate and necessary.", kOverturned},
      {"Possible tenodesis is medically necessary.", kOverturned},
      {"As the surgery is not medically necessary, none of the associated services are medically necessary.",
       kUpheld},
      {"The request is non-certified.", kUpheld},
      {"The utilization review found that it is not medically necessary. She has red flags.", std::nullopt},
      {"The brace is medica1ly nccessary.", kOverturned},
      {"The brace is medically unnecessary.", kUpheld},
      {"The brace is rnedically unnecesary.", kUpheld},
      {"The brace is not rnedically neccessary.", kUpheld},
      {"The brace is neither reasonable nor medically necessary.", kUpheld},
      {"Neither the brace nor any other support is medically necessary.", kUpheld},
      {"I cannot find that the requested brace is medically necessary.", kUpheld},
      {"There is no convincing evidence that a brace is medically necessary.", kUpheld},
      {"The report fails to show that the brace is medically necessary.", kUpheld},
      {"It is not clear that the requested series of visits is medically necessary.", kUpheld},
      {"The surgeon argued that a brace is medically necessary. I disagree.", kUpheld},
      {"The provider states that a brace is medically necessary. I agree with the claims administrator.",
       kUpheld},
      {"The claims administrator held that a brace is not medically necessary. I disagree.", kOverturned},
      {"The reviewer disagrees with the denial.", kOverturned},
      {"A brace fits the guidelines and should be authorized.", kOverturned},
      {"A brace should be authorized only after a trial.", std::nullopt},
      {"There is no doubt that the brace is medically necessary.", kOverturned},
      {"A brace is not unreasonable here; it is indeed medically necessary.", kOverturned},
      {"Neither rest nor drugs have helped, so surgery is medically necessary.", kOverturned},
      {"He has not improved and surgery is medically necessary.", kOverturned},
      {"There is no evidence of fracture, and the brace is medically necessary.", kOverturned},
      {"A brace is not medically necessary. One strap would be medically necessary.", kUpheld},
      {"The patient walks with a cane.", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK((closing_decision(c.text) == c.decision));
  }
}

TEST_CASE("where a rationale says both, the words on the treatment count") {
  const struct {
    std::string_view treatment;
    std::string_view text;
    Decision decision;
    bool doubtful;
  } cases[] = {
      {"knee brace", "The knee brace is medically necessary. A walker is not medically necessary.",
       Decision::overturned, false},
      {"knee brace",
       "A walker is not asked for and not medically necessary; the knee brace is medically necessary.",
       Decision::overturned, false},
      {"knee brace", "A knee brace would not be medically necessary, although a cane is medically necessary.",
       Decision::upheld, false},
      {"knee brace", "The knee brace is not medically necessary. A sleeve would be medically necessary.",
       Decision::upheld, false},
      {"knee brace", "The knee brace is medically necessary. The knee brace is not medically necessary.",
       Decision::upheld, true},
      {"knee brace", "The cane is medically necessary. The walker is not medically necessary.",
       Decision::upheld, true},
      {"knee brace", "The request is not medically necessary.", Decision::upheld, false},
      {"knee brace", "A brace would be medically necessary.", Decision::overturned, false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto reasoned = decision_on(c.treatment, c.text);
    CHECK((reasoned.decision == c.decision));
    CHECK(reasoned.doubtful == c.doubtful);
  }
  CHECK_FALSE(decision_on("knee brace", "He walks.").decision);
}

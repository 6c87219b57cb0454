// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/quotations.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

Strings quoted(std::string_view text) {
  Strings texts;
  for (const auto& [begin, end] : guideline_quotations(text))
    texts.emplace_back(text.substr(begin, end - begin));
  return texts;
}

// Twelve words and more.
const std::string kLong = "Heat may be tried at home for a week. Cold may be tried for three days, too.";

}  // namespace

TEST_CASE("a long passage in quotation marks is a quotation if a guideline is named before it") {
  const std::string quotation = "\"" + kLong + "\"";
  const struct {
    std::string text;
    Strings quotations;
  } cases[] = {
      {"The ODG states, " + quotation + " It is not needed.", {quotation}},
      {"See the guidelines on heat. " + quotation + " It is not needed.", {quotation}},
      {"MTUS: " + quotation + " and ACOEM: " + quotation + ".", {quotation, quotation}},
      {"The MTUS says: \u201C" + kLong + "\u201D So be it.", {"\u201C" + kLong + "\u201D"}},
      {"The ODG (\"" + kLong + "\") is old.", {quotation}},
      {"The surgeon wrote, " + quotation + " It is not needed.", {}},
      {"Guidelines apply. The surgeon wrote, " + quotation, {}},
      {"The ODG states, \"Not recommended for the knee.\" It is not needed.", {}},
      {"The ODG states, \"" + kLong + " And no mark closes it.", {}},
      {kLong, {}},
      {"", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(quoted(c.text) == c.quotations);
  }
}

TEST_CASE("a quotation may hold another") {
  const std::string inner =
      "\"Heat is to be tried as a \"home trial\" at first, and then for some weeks by a therapist.\"";
  CHECK(quoted("ODG states " + inner + " It was not tried.") == Strings{inner});
}

TEST_CASE("marks that never close, and many of them, make no quotation and cost no time") {
  std::string text = "The ODG states: ";
  for (int i = 0; i < 50'000; ++i) text += i % 2 == 0 ? "\"a " : ": 1. ";
  CHECK(quoted(text).empty());
}

TEST_CASE("what is said of one person is no guideline's") {
  CHECK(quoted("The ODG states, \"" + kLong + " This claimant had no heat.\" So be it.") ==
        Strings{"\"" + kLong});
  CHECK(quoted("The ODG states, \"She had heat at home for a week. " + kLong + "\"").empty());
  const std::string cited =
      "\"Heat had no lasting effect in any trial (He, 2004) of the neck or of the back.\"";
  CHECK(quoted("The ODG states, " + cited) == Strings{cited});
}

TEST_CASE("numbered criteria behind a colon are a quotation") {
  const std::string items =
      "(1) Pain for three months or more. (2) Heat was tried at home and failed; (3) no fever.";
  const struct {
    std::string text;
    Strings quotations;
  } cases[] = {
      {"Criteria for a cold unit: " + items + " There was fever.", {items}},
      {"The ODG states: 1. Pain for three months or more. 2. Heat was tried at home and failed. It was not.",
       {"1. Pain for three months or more. 2. Heat was tried at home and failed."}},
      {"Indications are:\n a) pain for three months or more;\n b) heat was tried at home and failed.\nNone "
       "is met.",
       {"a) pain for three months or more;\n b) heat was tried at home and failed."}},
      {"The complaints are: " + items, {}},
      {"Criteria: (1) Pain for three months or more, in spite of heat and cold at home.", {}},
      {"The criteria are met: (1) She has had pain for three months. (2) Heat was tried at home and failed.",
       {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(quoted(c.text) == c.quotations);
  }
}

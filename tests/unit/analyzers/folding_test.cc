// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/folding.h"

#include <doctest/doctest.h>

#include "tests/support/check_token_stream.h"
#include "tests/unit/analyzers/terms.h"

using namespace imr;

TEST_CASE("folding makes equal what a reader takes for equal") {
  const struct {
    std::string_view text;
    std::string_view folded;
  } cases[] = {
      {"", ""},
      {"Pain Medicine", "pain medicine"},
      {"Caf\u00E9", "cafe"},
      {"cafe\u0301", "cafe"},
      {"\uFB01brosis", "fibrosis"},
      {"worker\u2019s", "worker's"},
      {"\u201Cquoted\u201D", "\"quoted\""},
      {"left\u2013sided", "left-sided"},
      {"L4\u2212L5", "l4-l5"},
      {"pain\u2014severe", "pain-severe"},
      {"non\u00A0steroidal", "non steroidal"},
      {"anti\u00ADinflammatory", "antiinflammatory"},
      {"zero\u200Bwidth\uFEFF", "zerowidth"},
      {"2\u00D76", "2x6"},
      {"\uFF2C\uFF15\uFF0D\uFF33\uFF11", "l5-s1"},
      {"m\u00B2", "m2"},
      {"Stra\u00DFe", "strasse"},
      {"\u0130stanbul", "istanbul"},
      {"two  blanks\n", "two  blanks\n"},
      {"\u0439\u043E\u0433\u0430", "\u0439\u043E\u0433\u0430"},
      {"bad\xFF", "bad\uFFFD"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(fold(c.text) == c.folded);
  }
}

TEST_CASE("folding twice changes nothing") {
  for (const auto& text : nasty_texts()) {
    const auto once = fold(text);
    CHECK((fold(once) == once));
  }
}

TEST_CASE("the case filter folds terms and leaves byte ranges alone") {
  const auto token = token_of(folded_words(), "  CAF\u00C9 ");
  CHECK(token.term == "cafe");
  CHECK(token.begin == 2);
  CHECK(token.end == 7);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tests/unit/analyzers/terms.h"

using namespace imr;

TEST_CASE("all ways of writing a spinal level give one term") {
  const struct {
    std::string_view text;
    std::string_view term;
  } cases[] = {
      {"L5-S1", "l5-s1"},  {"l5-s1", "l5-s1"},      {"L5/S1", "l5-s1"},   {"L5S1", "l5-s1"},
      {"L5-1", "l5-s1"},   {"L5\u2013S1", "l5-s1"}, {"L5 - S1", "l5-s1"}, {"L5-\n  S1", "l5-s1"},
      {"L4-5", "l4-l5"},   {"L4-L5", "l4-l5"},      {"L4/5", "l4-l5"},    {"L5-L4", "l4-l5"},
      {"C5-6", "c5-c6"},   {"C7-1", "c7-t1"},       {"T12-L1", "t12-l1"}, {"T9-10", "t9-t10"},
      {"L3-S1", "l3-s1"},  {"C3-T1", "c3-t1"},      {"L1-5", "l1-l5"},    {"L4-L5-S1", "l4-s1"},
      {"C5-6-7", "c5-c7"}, {"L3/4/5", "l3-l5"},     {"L5-L6", "l5-l6"},   {"L5", "l5"},
      {"C8", "c8"},        {"T12", "t12"},          {"S1.", "s1"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto token = token_of(folded_words(), c.text);
    CHECK(token.term == c.term);
    CHECK(token.token_class == TokenClass::level);
  }
}

TEST_CASE("numbers beside a level do not widen it") {
  const struct {
    std::string_view text;
    std::vector<std::string> terms;
  } cases[] = {
      {"S1-20 degrees", {"s1", "20", "degrees"}},
      {"T5-10 degrees", {"t5", "10", "degrees"}},
      {"L5 and 10", {"l5", "and", "10"}},
      {"L4-3", {"l4", "3"}},
      {"C5-6/10", {"c5", "6/10"}},
      {"L4-5%", {"l4", "5%"}},
      {"L4-05", {"l4", "05"}},
      {"L3-4/L5-S1", {"l3-l4", "l5-s1"}},
      {"L4-5/L5-S1", {"l4-l5", "l5-s1"}},
      {"bilateral L4-5 and L5-S1", {"bilateral", "l4-l5", "and", "l5-s1"}},
      {"C5, C6 and C7", {"c5", "c6", "and", "c7"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(terms_of(folded_words(), c.text) == c.terms);
  }
}

TEST_CASE("what only looks like a level is a word") {
  for (const auto* text : {"L7", "C9", "T13", "S6", "L0", "B12", "L5x", "H2", "L05", "T100"}) {
    CAPTURE(text);
    CHECK(token_of(folded_words(), text).token_class == TokenClass::word);
  }
  CHECK(tokens_of(folded_words(), "T2-weighted").at(1).token_class == TokenClass::word);
  CHECK(tokens_of(folded_words(), "T1 weighted").at(0).token_class == TokenClass::word);
}

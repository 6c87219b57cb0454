// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/word_tokenizer.h"

#include <doctest/doctest.h>

#include "analyzers/word_shorthand.h"
#include "tests/support/check_token_stream.h"
#include "tests/unit/analyzers/terms.h"

using namespace imr;

TEST_CASE("a plain word is one that nothing else can begin with or go on from") {
  const struct {
    std::string_view text;
    std::size_t end;
  } cases[] = {
      {"pain", 4},  {"pain.", 4}, {"pain-free", 4}, {"pain/", 4}, {"PAIN of", 4},
      {"of", 0},    {"R&D", 0},   {"pain's", 0},    {"pain5", 0}, {"pain\u00E9", 0},
      {"x ray", 0}, {"xrays", 0}, {"hwave", 0},     {"5mg", 0},   {"", 0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(plain_word_end(c.text, 0) == c.end);
  }
}

TEST_CASE("words and wordlike shorthand") {
  const struct {
    std::string_view text;
    std::vector<std::string> terms;
  } cases[] = {
      {"", {}},
      {"... --- /", {}},
      {"L5-S1 fusion", {"l5-s1", "fusion"}},
      {"X-ray, x ray, xray and X-Rays", {"x-ray", "x-ray", "x-ray", "and", "x-rays"}},
      {"H-wave H wave", {"h-wave", "h-wave"}},
      {"x rayed", {"x", "rayed"}},
      {"P&S, C&R, PM&R, R & D", {"p&s", "c&r", "pm&r", "r&d"}},
      {"PT & OT; neck&back", {"pt", "ot", "neck", "back"}},
      {"the worker\u2019s, workers' O'Brien", {"the", "worker's", "workers", "o'brien"}},
      {"U.S. law, e.g. M.D., Ph.D.", {"us", "law", "eg", "md", "ph", "d"}},
      {"pain.The patient", {"pain", "the", "patient"}},
      {"pain\u2014severe", {"pain", "severe"}},
      {"Norco\u00AE 30\u00B0", {"norco", "30"}},
      {"non-\ncertified", {"non", "certified"}},
      {"anti\u00ADinflam\u00AD\nmatory", {"antiinflammatory"}},
      {"pain -\nsevere", {"pain", "severe"}},
      {"under_score", {"under", "score"}},
      {"bad\xFF\xFEword", {"bad", "word"}},
      {"na\u00EFve \u05DB\u05D0\u05D1 \u03B2-blocker", {"naive", "\u05DB\u05D0\u05D1", "\u03B2", "blocker"}},
      {"\u0627\u0644\u0645\u062A 5", {"\u0627\u0644\u0645\u062A", "5"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(terms_of(folded_words(), c.text) == c.terms);
  }
}

TEST_CASE("a script without blanks is cut into words") {
  const auto terms = terms_of(folded_words(), "\u79C1\u306F\u5B66\u751F\u3067\u3059");
  CHECK(terms.size() > 2);
  CHECK(terms.at(0) == "\u79C1");
}

TEST_CASE("a compound stands whole at the position of its first part") {
  const auto tokens = tokens_of(Analyzer(word_tokenizer()), "an EMG/NCV study");
  REQUIRE(tokens.size() == 5);
  const Token whole = {.term = "EMG/NCV", .begin = 3, .end = 10, .position = 2, .compound = true};
  const Token first = {.term = "EMG", .begin = 3, .end = 6, .position = 2};
  const Token second = {.term = "NCV", .begin = 7, .end = 10, .position = 3};
  CHECK((tokens[1] == whole));
  CHECK((tokens[2] == first));
  CHECK((tokens[3] == second));
  CHECK(tokens[4].position == 4);
}

TEST_CASE("compounds are made of words, not of numbers among themselves") {
  const struct {
    std::string_view text;
    std::string_view compound;  // empty: none
  } cases[] = {
      {"left-sided", "left-sided"},
      {"left\u2013sided", "left-sided"},
      {"range-of-motion", "range-of-motion"},
      {"54-year-old", "54-year-old"},
      {"MRI/CT/X-ray", "mri/ct/x-ray"},
      {"non-\n   certified", "non-certified"},
      {"L4-5-level", "l4-l5-level"},
      {"4-6", ""},
      {"L4-5/L5-S1", ""},
      {"7-8/10", ""},
      {"EMG / NCV", ""},
      {"follow--up", ""},
      {"a/b/c/d/e/f/g", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto tokens = tokens_of(folded_words(), c.text);
    CHECK(tokens.at(0).compound == !c.compound.empty());
    if (!c.compound.empty()) CHECK(tokens.at(0).term == c.compound);
  }
}

TEST_CASE("byte ranges are those of the text as given") {
  const std::string text =
      "The worker\u2019s \u201Cleft\u2013sided\u201D non-\n  certified 2\u00D76 \u00ADL5\u2013S1\u00AD, "
      "10\u00A0mg";
  const struct {
    std::string_view term;
    std::string_view written;
  } cases[] = {
      {"worker's", "worker\u2019s"},
      {"left-sided", "left\u2013sided"},
      {"sided", "sided"},
      {"non-certified", "non-\n  certified"},
      {"certified", "certified"},
      {"2x6", "2\u00D76"},
      {"l5-s1", "L5\u2013S1"},
      {"10mg", "10\u00A0mg"},
  };
  const auto tokens = tokens_of(folded_words(), text);
  for (const auto& c : cases) {
    CAPTURE(c.term);
    std::string written;
    for (const auto& token : tokens) {
      if (token.term == c.term) written = text.substr(token.begin, token.end - token.begin);
    }
    CHECK(written == c.written);
  }
}

TEST_CASE("the tokenizer and the case filter keep the contract of token streams") {
  check_token_stream(Analyzer(word_tokenizer()));
  check_token_stream(folded_words());
}

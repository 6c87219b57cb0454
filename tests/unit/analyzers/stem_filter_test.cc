// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/stem_filter.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "analyzers/stemmer.h"
#include "tests/support/check_token_stream.h"
#include "tests/unit/analyzers/terms.h"

using namespace imr;

namespace {

std::string stem_of(std::string_view word, TokenClass token_class = TokenClass::word) {
  std::string stem;
  stem_term(word, token_class, stem);
  return stem;
}

}  // namespace

TEST_CASE("words of one meaning share a stem") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"stenosis", "stenoses"},      {"meniscus", "menisci"},
      {"foramen", "foramina"},       {"vertebra", "vertebrae"},
      {"bursa", "bursae"},           {"injury", "injured"},
      {"surgery", "surgical"},       {"radicular", "radiculopathy"},
      {"medication", "medications"}, {"x-ray", "x-rays"},
      {"worker", "worker's"},        {"patient's", "patients"},
      {"stenosis", "stenosis's"},    {"injection", "injections"},
      {"extremity", "extremities"},
  };
  for (const auto& [one, other] : cases) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(stem_of(one) == stem_of(other));
  }
}

TEST_CASE("words of different meaning keep different stems") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"medical", "medication"}, {"emergence", "emergency"},  {"tens", "ten"},
      {"later", "lateral"},      {"several", "severe"},       {"extremity", "extreme"},
      {"topical", "topic"},      {"object", "objective"},     {"position", "positive"},
      {"capsule", "capsulitis"}, {"author", "authorization"}, {"applicant", "application"},
      {"injury", "injection"},   {"numb", "number"},          {"operation", "opera"},
  };
  for (const auto& [one, other] : cases) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(stem_of(one) != stem_of(other));
  }
}

TEST_CASE("what is not a word is its own stem") {
  CHECK(stem_of("l5-s1", TokenClass::level) == "l5-s1");
  CHECK(stem_of("500mg", TokenClass::dose) == "500mg");
  CHECK(stem_of("p&s", TokenClass::abbreviation) == "p&s");
  CHECK(stem_of("b12s") == "b12s");
  CHECK(stem_of("\u05DB\u05D0\u05D1") == "\u05DB\u05D0\u05D1");
}

TEST_CASE("strengths with and without mg share a stem") {
  CHECK(stem_of("10/325mg", TokenClass::dose) == "10/325");
  CHECK(stem_of("10/325", TokenClass::dose) == "10/325");
  CHECK(stem_of("10mg/5mg", TokenClass::dose) == "10mg/5mg");
}

TEST_CASE("a stem follows its word at the same place") {
  const auto tokens = tokens_of(folded_words().then(stem_filter()), "Injections");
  REQUIRE(tokens.size() == 2);
  Token stem = tokens[0];
  CHECK(stem.kind == TermKind::surface);
  stem.kind = TermKind::stem;
  stem.term = "inject";
  CHECK((tokens[1] == stem));
}

TEST_CASE("the stem of a compound comes after the surface of its first part") {
  const auto tokens = tokens_of(folded_words().then(stem_filter()), "follow-ups now");
  const struct {
    std::string_view term;
    TermKind kind;
    std::uint32_t position;
  } expected[] = {
      {"follow-ups", TermKind::surface, 1}, {"follow", TermKind::surface, 1}, {"followup", TermKind::stem, 1},
      {"follow", TermKind::stem, 1},        {"ups", TermKind::surface, 2},    {"up", TermKind::stem, 2},
      {"now", TermKind::surface, 3},        {"now", TermKind::stem, 3},
  };
  REQUIRE(tokens.size() == std::size(expected));
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    CAPTURE(i);
    CHECK(tokens[i].term == expected[i].term);
    CHECK(tokens[i].kind == expected[i].kind);
    CHECK(tokens[i].position == expected[i].position);
  }
}

TEST_CASE("stems do not depend on what was stemmed before") {
  const auto before = stem_of("injections");
  for (int i = 0; i < 100'000; ++i)
    stem_of("word" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i));
  CHECK(stem_of("injections") == before);
}

TEST_CASE("the stem filter keeps the contract of token streams") {
  check_token_stream(folded_words().then(stem_filter()));
}

TEST_CASE("a hyphenated word has the stem of the word without hyphens, other compounds have none") {
  for (const auto& [text, stem] : {std::pair("evi-dence", "evid"), std::pair("Work-up", "workup"),
                                   std::pair("non-steroidal", "nonsteroid")}) {
    CAPTURE(text);
    const auto tokens = tokens_of(folded_and_stemmed(), text);
    const auto joined = std::ranges::find_if(
        tokens, [](const Token& token) { return token.compound && token.kind == TermKind::stem; });
    REQUIRE(joined != tokens.end());
    CHECK(joined->term == stem);
  }
  for (const Token& token : tokens_of(folded_and_stemmed(), "EMG/NCV")) {
    if (token.compound) CHECK(token.term == "emg/ncv");
  }
}

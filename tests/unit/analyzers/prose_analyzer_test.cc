// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>

#include <doctest/doctest.h>

#include "analyzers/analyzer.h"
#include "analyzers/length_filter.h"
#include "tests/support/check_token_stream.h"
#include "tests/unit/analyzers/terms.h"

using namespace imr;

TEST_CASE("the prose analyzer folds, marks and stems") {
  const auto tokens = tokens_of(prose_analyzer(), "The Stenoses");
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].term == "the");
  CHECK(tokens[0].stop_word);
  CHECK(tokens[2].term == "stenoses");
  CHECK(tokens[3].term == "stenosis");
  CHECK(stems_of(prose_analyzer(), "Norco 10-325 mg") == stems_of(prose_analyzer(), "norco 10/325"));
}

TEST_CASE("the prose analyzer keeps the contract of token streams") { check_token_stream(prose_analyzer()); }

TEST_CASE("no term of the prose analyzer is too long for the index") {
  for (const auto& text : nasty_texts()) {
    std::size_t longest = 0;
    for (const auto& token : tokens_of(prose_analyzer(), text))
      longest = std::max(longest, token.term.size());
    CHECK(longest <= kLongestTerm);
  }
}

TEST_CASE("the surface of a text analyzed again is the same, for terms that are words") {
  const std::string text =
      "The injured worker\u2019s EMG/NCV of both arms; caf\u00E9 L4-5, 10-325 mg #60 M54.5 x rays";
  std::string again;
  for (const auto& term : terms_of(prose_analyzer(), text)) again += term + " ";
  CHECK(terms_of(prose_analyzer(), again) == terms_of(prose_analyzer(), text));
}

TEST_CASE("threads share the recipe") {
  const auto& text = nasty_texts().at(12);
  const auto expected = tokens_of(prose_analyzer(), text);
  std::vector<std::vector<Token>> results(4);
  {
    std::vector<std::jthread> threads;
    for (auto& result : results) {
      threads.emplace_back([&result, &text] { result = tokens_of(prose_analyzer(), text); });
    }
  }
  for (const auto& result : results) CHECK((result == expected));
}

TEST_CASE("the fingerprint names rules, word lists and stems, and stays the same") {
  const auto fingerprint = analyzer_fingerprint();
  CHECK(fingerprint == analyzer_fingerprint());
  CHECK(fingerprint.starts_with("prose-"));
  CHECK(fingerprint.find(" words-") != std::string::npos);
  CHECK(fingerprint.find(" stems-") != std::string::npos);
}

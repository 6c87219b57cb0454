// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/stop_filter.h"

#include <doctest/doctest.h>

#include "analyzers/data_lines.h"
#include "analyzers/folding.h"
#include "tests/support/check_token_stream.h"
#include "tests/unit/analyzers/terms.h"

using namespace imr;

namespace imr {
extern const std::string_view kStopWordsTxt;
}

TEST_CASE("stop words are marked and stay") {
  const auto tokens =
      tokens_of(folded_words().then(stop_filter(english_stop_words())), "The pain of the patient");
  REQUIRE(tokens.size() == 5);
  for (const auto& token : tokens) {
    CAPTURE(token.term);
    CHECK(token.stop_word == (token.term == "the" || token.term == "of"));
  }
}

TEST_CASE("words that turn or grade a finding are no stop words") {
  for (const auto* word : {"no", "not", "nor", "without", "never", "none", "cannot", "both", "left", "right",
                           "before", "after", "may", "more"}) {
    CAPTURE(word);
    CHECK_FALSE(is_stop_word(word));
  }
  for (const auto* word : {"the", "a", "of", "themselves"}) {
    CAPTURE(word);
    CHECK(is_stop_word(word));
  }
}

TEST_CASE("the list is folded, and short enough for the filter to know them all") {
  const auto words = data_lines(kStopWordsTxt);
  CHECK(words.size() > 100);
  for (const auto word : words) {
    CAPTURE(word);
    CHECK(fold(word) == word);
    const auto tokens = tokens_of(folded_words().then(stop_filter(english_stop_words())), word);
    CHECK((tokens.size() == 1 && tokens[0].stop_word));
  }
}

TEST_CASE("a filter may have another list") {
  const StopWords words({"patient"});
  const auto tokens = tokens_of(folded_words().then(stop_filter(words)), "the patient");
  CHECK_FALSE(tokens.at(0).stop_word);
  CHECK(tokens.at(1).stop_word);
}

TEST_CASE("the stop filter keeps the contract of token streams") {
  check_token_stream(folded_words().then(stop_filter(english_stop_words())));
}

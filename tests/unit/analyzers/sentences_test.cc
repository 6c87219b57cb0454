// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/sentences.h"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/check_token_stream.h"

using namespace imr;

namespace {

std::vector<std::string> sentence_texts(std::string_view text) {
  std::vector<std::string> sentences;
  for (const auto& [begin, end] : sentences_of(text)) sentences.emplace_back(text.substr(begin, end - begin));
  return sentences;
}

}  // namespace

TEST_CASE("sentences end where a reader pauses") {
  const struct {
    std::string_view text;
    std::vector<std::string> sentences;
  } cases[] = {
      {"", {}},
      {" \n ", {}},
      {"One. Two.", {"One.", "Two."}},
      {"  One\nline. Two ", {"One\nline.", "Two"}},
      {"Pain at L5-S1. The MRI is old.", {"Pain at L5-S1.", "The MRI is old."}},
      {"Is it? Yes! (It is.) He said \"no.\" So.", {"Is it?", "Yes!", "(It is.)", "He said \"no.\"", "So."}},
      {"for 6 weeks.The patient", {"for 6 weeks.", "The patient"}},
      {"First paragraph\n\nSecond", {"First paragraph", "Second"}},
      {"First\n \nSecond", {"First", "Second"}},
      {"treated in 2016. Twelve", {"treated in 2016.", "Twelve"}},
      {"there were no. The", {"there were no.", "The"}},
      {"red flags, etc. The patient", {"red flags, etc.", "The patient"}},
      {"at 9 a.m. The visit", {"at 9 a.m.", "The visit"}},
      {"has hepatitis C. The liver", {"has hepatitis C.", "The liver"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(sentence_texts(c.text) == c.sentences);
  }
}

TEST_CASE("a full stop inside a sentence does not end it") {
  for (const auto* text : {
           "Seen by Dr. Smith today.",
           "See e.g. Smith and i.e. Jones.",
           "Exhibit No. 5 and Nos. 6.",
           "Smith vs. Jones.",
           "Fusion of L5-S1.5 and 0.5% cream, code M54.5.",
           "at the L5-S1. and then rest",
           "1. Lumbar MRI",
           "1) Lumbar MRI 2) Knee",
           "MTUS Low Back Complaints 2004, Section(s): Physical Methods.",
           "J. R. Smith and John F. Kennedy wrote.",
           "Smith et al. 2010 found it.",
           "The U.S. Department of Labor.",
           "visit www.odg.com now",
           "pain ... and more",
       }) {
    CAPTURE(text);
    CHECK(sentence_texts(text).size() == 1);
  }
}

TEST_CASE("sentences are in order and leave out only blanks") {
  for (const auto& text : nasty_texts()) {
    std::size_t at = 0;
    std::size_t lost = 0;
    for (const auto& [begin, end] : sentences_of(text)) {
      REQUIRE(begin >= at);
      REQUIRE(begin < end);
      lost += text.substr(at, begin - at).find_first_not_of(" \t\r\n\f\v") != std::string::npos ? 1 : 0;
      at = end;
    }
    CHECK(at <= text.size());
    CHECK(text.substr(at).find_first_not_of(" \t\r\n\f\v") == std::string::npos);
    CHECK(lost == 0);
  }
}

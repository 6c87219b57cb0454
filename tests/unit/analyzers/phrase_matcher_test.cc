// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/phrase_matcher.h"

#include <doctest/doctest.h>

namespace imr {
namespace {

std::vector<int> found(const PhraseMatcher& matcher, std::string_view text) {
  std::vector<int> values;
  for (const PhraseMatch& match : matcher.find_all(text_words(text))) values.push_back(match.values.front());
  return values;
}

PhraseMatcher body_parts() {
  PhraseMatcher matcher;
  matcher.add("Back", 1);
  matcher.add("Neck and Upper Back", 2);
  matcher.add("Neck", 3);
  matcher.add("Shoulder (Acute & Chronic)", 4);
  return matcher;
}

TEST_CASE("the longest phrase wins, and none is found inside another") {
  const struct {
    std::string_view text;
    std::vector<int> values;
  } cases[] = {
      {"neck & upper backs", {2}},
      {"Neck, Upper Back", {2}},
      {"NECK/UPPER-BACK", {2}},
      {"neck upper back", {2}},
      {"neck: upper back", {3, 1}},
      {"neck (upper back)", {3, 1}},
      {"upper back and neck", {1, 3}},
      {"Sholder", {4}},
      {"shouldering on", {}},
      {"nack", {}},
      {"", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(found(body_parts(), c.text) == c.values);
  }
}

TEST_CASE("a phrase added twice has both values") {
  PhraseMatcher matcher;
  matcher.add("Knee", 1);
  matcher.add("knees", 2);
  matcher.add("Knee", 1);
  const auto words = text_words("Knee");
  const auto match = matcher.longest_at(words, 0);
  REQUIRE(match.has_value());
  CHECK(std::vector<int>(match->values.begin(), match->values.end()) == std::vector<int>{1, 2});
  CHECK_FALSE(matcher.longest_at(words, 1).has_value());
  CHECK_FALSE(matcher.longest_at(words, 9).has_value());
}

TEST_CASE("a slip that could be two words is none of them") {
  PhraseMatcher matcher;
  matcher.add("medicine", 1);
  matcher.add("medicing", 2);
  CHECK(found(matcher, "medicinx").empty());
  CHECK(found(matcher, "emdicine").empty());
  CHECK(found(matcher, "meidcine") == std::vector<int>{1});
}

TEST_CASE("one slip is one letter changed, added, lost, or two swapped") {
  CHECK(one_slip_apart("chronic", "chronac"));
  CHECK(one_slip_apart("chronic", "chronicc"));
  CHECK(one_slip_apart("chronic", "hronic"));
  CHECK(one_slip_apart("chronic", "chrnoic"));
  CHECK_FALSE(one_slip_apart("chronic", "chronic"));
  CHECK_FALSE(one_slip_apart("chronic", "chrinoc"));
  CHECK_FALSE(one_slip_apart("chronic", "ch"));
  CHECK(one_slip_apart("", "a"));
}

TEST_CASE("words are folded, and what stands between them is kept apart") {
  const auto words = text_words("Section(s): knee's, N.Y. & 3.3.9 (drugs.com) W. Virginia\u2013x");
  std::vector<std::string> folded;
  for (const TextWord& word : words) folded.push_back(word.folded);
  CHECK(folded ==
        std::vector<std::string>{"section", "knee", "ny", "3.3.9", "drugscom", "w", "virginia", "x", ""});
  CHECK(words[1].gap == kGapColon);
  CHECK(words[2].gap == kGapComma);
  CHECK(words[3].gap == kGapAnd);
  CHECK(words[4].gap == kGapOpen);
  CHECK(words[4].depth == 1);
  CHECK(words[5].gap == kGapClose);
  CHECK(words[6].gap == 0);
  CHECK(words[7].gap == kGapHyphen);
}

TEST_CASE("numbers and years are told from other words") {
  const auto words = text_words("2016 1989 12 4000000000 12a");
  CHECK(year_of(words[0]) == 2016);
  CHECK(year_of(words[1]) == 0);
  CHECK(number_of(words[2]) == 12);
  CHECK(number_of(words[3]) == -1);
  CHECK(number_of(words[4]) == -1);
  CHECK(number_of(words[5]) == -1);
}

}  // namespace
}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/vocabulary_lookup.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/searcher/made_up_index.h"

using namespace imr;

using Strings = std::vector<std::string>;

TEST_CASE("a star stands for any characters and a question mark for one") {
  const struct {
    std::string pattern;
    std::string text;
    bool matches;
  } cases[] = {
      {"neuro*", "neuropathy", true},
      {"neuro*", "neuro", true},
      {"neuro*", "neur", false},
      {"wom?n", "women", true},
      {"wom?n", "womn", false},
      {"wom?n", "womeen", false},
      {"*itis", "bursitis", true},
      {"*itis", "bursitic", false},
      {"a*b*c", "aXbYc", true},
      {"a*b*c", "abcbc", true},
      {"a*b*c", "acb", false},
      {"*", "", true},
      {"", "", true},
      {"", "a", false},
      {"?", "", false},
      {"??", "\u00E9t", true},
      {"?", "\u00E9", true},
      {"caf?", "caf\u00E9", true},
      {"caf??", "caf\u00E9", false},
      {"*?b", "b", false},
      {"a**c", "ac", true},
      {"*aab", "aaab", true},
      {"l4-*", "l4-5", true},
      {"x", "xx", false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.pattern);
    CAPTURE(c.text);
    CHECK(matches_pattern(c.pattern, c.text) == c.matches);
  }
}

TEST_CASE("a pattern of many stars ends soon") {
  std::string pattern;
  for (int i = 0; i < 30; ++i) pattern += "a*";
  CHECK_FALSE(matches_pattern(pattern + "b", std::string(2000, 'a')));
}

TEST_CASE("a stem leads to its surface terms in all segments") {
  const OpenSegments segments = made_up_index().open();
  CHECK(surfaces_of_stem(segments, "lock") == Strings{"lock", "locking", "locks"});
  CHECK(surfaces_of_stem(segments, "nowhere") == Strings{"nowhere"});
}

TEST_CASE("a surface term leads to its stem, and is counted by issues") {
  const OpenSegments segments = made_up_index().open();
  CHECK(stems_of_surface(segments, "locks") == Strings{"lock"});
  CHECK(stems_of_surface(segments, "nowhere").empty());
  CHECK(issues_with(segments, find_field("summary"), "locks") > 0);
  CHECK(issues_with(segments, nullptr, "locks") >= issues_with(segments, find_field("summary"), "locks"));
  CHECK(issues_with(segments, nullptr, "nowhere") == 0);
}

TEST_CASE("a pattern finds surface terms of the fields asked, in order") {
  const OpenSegments segments = made_up_index().open();
  CHECK(matching_surfaces(segments, nullptr, "lock*", 10) == Strings{"locking", "locks"});
  CHECK(matching_surfaces(segments, find_field("summary"), "lock*", 10) == Strings{"locks"});
  CHECK(matching_surfaces(segments, nullptr, "kn?e", 10) == Strings{"knee"});
  CHECK(matching_surfaces(segments, find_field("diagnosis"), "s*", 10) == Strings{"shoulder", "strain"});
  CHECK(matching_surfaces(segments, nullptr, "giraff*", 10).empty());
  CHECK(matching_surfaces(segments, nullptr, "*", 3).size() == 4);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/spinal_levels.h"

#include <doctest/doctest.h>

using namespace imr;

namespace {

std::vector<std::string> segments(std::string_view text) {
  std::vector<std::string> all;
  for (const auto& levels : spinal_levels(text))
    all.insert(all.end(), levels.segments.begin(), levels.segments.end());
  return all;
}

}  // namespace

TEST_CASE("levels are read as segments, ranges as all of theirs") {
  const struct {
    std::string_view text;
    std::vector<std::string> segments;
  } cases[] = {
      {"L4-L5", {"L4-L5"}},
      {"l4-5", {"L4-L5"}},
      {"L5/S1", {"L5-S1"}},
      {"L5-1", {"L5-S1"}},
      {"C5-C7", {"C5-C6", "C6-C7"}},
      {"C5-6-7", {"C5-C6", "C6-C7"}},
      {"L4-S1", {"L4-L5", "L5-S1"}},
      {"L4-5 and L5-S1", {"L4-L5", "L5-S1"}},
      {"L3-4/L4-5", {"L3-L4", "L4-L5"}},
      {"C5 through C7", {"C5-C6", "C6-C7"}},
      {"L3 thru L5", {"L3-L4", "L4-L5"}},
      {"L4 to S1", {"L4-L5", "L5-S1"}},
      {"L4 - S1", {"L4-L5", "L5-S1"}},
      {"L5- S1", {"L5-S1"}},
      {"L5 S1", {"L5-S1"}},
      {"L3-4, 4-5, 5-1", {"L3-L4", "L4-L5", "L5-S1"}},
      {"C4-5 and 5-6", {"C4-C5", "C5-C6"}},
      {"L3,4,5", {"L3-L4", "L4-L5"}},
      {"L3, 4 and 5 facets", {"L3-L4", "L4-L5"}},
      {"at L3, 4, and 5.", {"L3-L4", "L4-L5"}},
      {"C5,6,7 fusion", {"C5-C6", "C6-C7"}},
      {"the L4,5 disc", {"L4-L5"}},
      {"L4,5,S1", {"L4-L5", "L5-S1"}},
      {"C6,7 and T1", {"C6-C7", "C7-T1"}},
      {"T11,12", {"T11-T12"}},
      {"T12-L1", {"T12-L1"}},
      {"T10-L2", {"T10-T11", "T11-T12", "T12-L1", "L1-L2"}},
      {"C7-T1", {"C7-T1"}},
      {"L5-L6", {"L5-L6"}},
      {"L4-L6", {"L4-L5", "L5-L6"}},
      {"L6-S1", {"L6-S1"}},
      {"L5-L4", {"L4-L5"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(segments(c.text) == c.segments);
  }
}

TEST_CASE("a vertebra alone, and what only looks like levels, is no segment") {
  for (const std::string_view text : {"right L4 transforaminal",
                                      "L3, L4 and L5",
                                      "L4, L5 and S1",
                                      "L5 and 10",
                                      "S1-20 degrees",
                                      "5-6 out of 10",
                                      "T1-weighted images",
                                      "11-4-16",
                                      "L0637",
                                      "C5, 2-3 times a week",
                                      "L4-5, 5-6 times",
                                      "2L5-S1x",
                                      "L4, 5",
                                      "L4, 5 visits",
                                      "L4,5 visits",
                                      "L3, 4 and 5 weeks",
                                      "L3, 5 and 6",
                                      "L4,500",
                                      "L4,5.5",
                                      "L3,4/10",
                                      "C5,6-7",
                                      "L5,6",
                                      "S1, 2 and 3",
                                      "L3, four and 5"}) {
    CAPTURE(text);
    if (text == "L4-5, 5-6 times") {
      CHECK(segments(text) == std::vector<std::string>{"L4-L5"});
    } else {
      CHECK(segments(text).empty());
    }
  }
}

TEST_CASE("levels tell where they stand and in which region") {
  const auto found = spinal_levels("Right L4 root, then C7-T1");
  REQUIRE(found.size() == 2);
  CHECK(found[0].begin == 6);
  CHECK(found[0].end == 8);
  CHECK(found[0].region == 'L');
  CHECK(found[1].begin == 20);
  CHECK(found[1].end == 25);
  CHECK(found[1].region == 'C');
}

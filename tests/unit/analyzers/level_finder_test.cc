// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/level_finder.h"

#include <doctest/doctest.h>

#include "tests/support/check_token_stream.h"
#include "tests/unit/analyzers/terms.h"

using namespace imr;

namespace {

const Analyzer& levels() {
  static const auto analyzer = folded_and_stemmed().then(meaning_filter({level_finder()}));
  return analyzer;
}

}  // namespace

TEST_CASE("levels in any notation are the segments they cover") {
  using Strings = std::vector<std::string>;
  const struct {
    std::string text;
    Strings segments;
  } cases[] = {
      {"C6-C7", {"c6-c7"}},
      {"c6-7 disc", {"c6-c7"}},
      {"C6/7", {"c6-c7"}},
      {"C6\u2013C7", {"c6-c7"}},
      {"L3,4,5", {"l3-l4", "l4-l5"}},
      {"L3, 4 and 5", {"l3-l4", "l4-l5"}},
      {"C6 and C7", {"c6", "c6-c7", "c7"}},
      {"C5 through C7", {"c5-c6", "c6-c7"}},
      {"C5-7", {"c5-c6", "c6-c7"}},
      {"C5, C6 and C7", {"c5", "c5-c6", "c6", "c6-c7", "c7"}},
      {"L4-S1", {"l4-l5", "l5-s1"}},
      {"T12-L1", {"t12-l1"}},
      {"L5-L6", {"l5-l6"}},
      {"bilateral L4-5 and L5-S1", {"l4-l5", "l5-s1"}},
      {"L3 and L5 roots", {"l3", "l5"}},
      {"flexion S1-20 degrees", {}},
      {"T2 hyperintensity on T1/T2 sequences", {}},
      {"T1 signal", {}},
      {"the T1-T2 disc", {"t1-t2"}},
      {"2-5 out of 10 on 2/5", {}},
      {"no spine at all", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(meanings_of(levels(), c.text) == c.segments);
  }
}

TEST_CASE("a segment stands where its level begins") {
  const auto tokens = tokens_of(levels(), "the L4-S1 fusion");
  std::vector<std::uint32_t> positions;
  for (const Token& token : tokens) {
    if (token.kind == TermKind::meaning) positions.push_back(token.position);
  }
  CHECK(positions == std::vector<std::uint32_t>{2, 2});
}

TEST_CASE("segments keep the contract of token streams") { check_token_stream(levels()); }

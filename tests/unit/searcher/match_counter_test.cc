// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/match_counter.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/unit/searcher/made_up_index.h"

using namespace imr;

namespace {

MatchCounts count(const OpenSegments& segments, const std::vector<Where>& where,
                  const std::vector<FacetRequest>& facets) {
  return count_matches(segments, Xapian::Query::MatchAll, resolve_where(where, segments), facets);
}

const FacetValue& value(const Facet& facet, std::string_view name) {
  const auto found = std::ranges::find(facet.values, name, &FacetValue::value);
  REQUIRE(found != facet.values.end());
  return *found;
}

}  // namespace

// Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
TEST_CASE("the Wilson interval is that of the literature") {
  const struct {
    std::uint64_t successes;
    std::uint64_t trials;
    double low;
    double high;
  } cases[] = {
      {81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0.0, 0.1611}, {1, 29, 0.0061, 0.1718},
      {29, 29, 0.8830, 1.0},     {0, 10, 0.0, 0.2775},      {1, 1, 0.2065, 1.0},
  };
  for (const auto& c : cases) {
    CAPTURE(c.successes);
    CAPTURE(c.trials);
    const auto [low, high] = wilson_interval(c.successes, c.trials);
    CHECK(low == doctest::Approx(c.low).epsilon(0.0005));
    CHECK(high == doctest::Approx(c.high).epsilon(0.0005));
    CHECK(low >= 0);
    CHECK(high <= 1);
  }
}

TEST_CASE("issues, letters and rates are counted over all segments") {
  const OpenSegments segments = made_up_index().open();
  REQUIRE(segments.size() == 3);
  const MatchCounts counts = count(segments, {}, {{"decision", 10}, {"state", 10}, {"layout", 10}});
  CHECK(counts.issues == 6);
  CHECK(counts.letters == 4);
  CHECK(counts.rows.size() == 3);
  const FacetValue& overturned = value(counts.facets[0], "overturned");
  CHECK(overturned.issues == 3);
  CHECK(overturned.letters == 3);
  CHECK(overturned.overturned == 3);
  CHECK(overturned.rate == 1.0);
  const FacetValue& california = value(counts.facets[1], "California");
  CHECK(california.issues == 3);
  CHECK(california.letters == 2);
  CHECK(california.overturned == 2);
  CHECK(california.rate == doctest::Approx(2.0 / 3));
  CHECK(california.ci95 == wilson_interval(2, 3));
  CHECK(counts.facets[1].distinct == 3);
}

TEST_CASE("what has no decision has no rate") {
  const OpenSegments segments = made_up_index().open();
  const MatchCounts counts = count(segments, {}, {{"layout", 10}});
  const FacetValue& plain = value(counts.facets[0], "plain");
  CHECK(plain.issues == 1);
  CHECK_FALSE(plain.rate);
  CHECK_FALSE(plain.ci95);
}

TEST_CASE("a facet with selected values counts its others as if nothing of it were selected") {
  const OpenSegments segments = made_up_index().open();
  const MatchCounts counts = count(segments, {{"decision", "upheld"}, {"state", "CA"}},
                                   {{"decision", 10}, {"state", 10}, {"sex", 10}});
  CHECK(counts.issues == 1);
  const FacetValue& overturned = value(counts.facets[0], "overturned");
  CHECK(overturned.issues == 2);
  CHECK_FALSE(overturned.selected);
  CHECK(value(counts.facets[0], "upheld").issues == 1);
  CHECK(value(counts.facets[0], "upheld").selected);
  CHECK(value(counts.facets[1], "Oregon").issues == 1);
  CHECK(counts.facets[2].values.size() == 1);
  CHECK(value(counts.facets[2], "female").issues == 1);
}

TEST_CASE("values come with most issues first, and selected ones are never cut off") {
  const OpenSegments segments = made_up_index().open();
  const Facet states = count(segments, {{"state", "Texas"}, {"state", "Ohio"}}, {{"state", 1}}).facets[0];
  REQUIRE(states.values.size() == 3);
  CHECK(states.values[0].value == "California");
  CHECK(states.values[1].value == "Texas");
  CHECK(states.values[2].value == "Ohio");
  CHECK(states.values[2].issues == 0);
  CHECK(states.values[2].selected);
  CHECK(states.distinct == 3);
}

TEST_CASE("values of letters that are gone are not counted") {
  const OpenSegments segments = made_up_index().open();
  const MatchCounts counts = count(segments, {}, {{"state", 100}});
  for (const FacetValue& found : counts.facets[0].values) CHECK(found.value != "Guam");
}

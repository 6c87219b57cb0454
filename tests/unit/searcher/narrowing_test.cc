// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/narrowing.h"

#include <string>

#include <doctest/doctest.h>

#include "indexer/index_writer.h"
#include "searcher/searcher.h"
#include "tests/unit/searcher/made_up_index.h"

using namespace imr;

namespace {

// Sixty letters of one kind of issue, a third by another specialty, two of them overturned.
const Searcher& sixty_letters() {
  static const TemporaryFolder folder;
  static const Searcher searcher = [] {
    IndexWriter writer = IndexWriter::fresh(folder.path());
    for (int i = 0; i < 60; ++i) {
      Determination letter = made_up_letters()[1];
      letter.case_number = "CM01-" + std::to_string(1'000'000 + i);
      letter.reviewer.specialties = {i % 3 == 0 ? "Pain Medicine" : "Family Medicine"};
      letter.issues[0].decision = i < 2 ? Decision::overturned : Decision::upheld;
      writer.add(letter);
    }
    writer.commit();
    return Searcher(folder.path());
  }();
  return searcher;
}

}  // namespace

TEST_CASE("what a value tells is the entropy of the values, none being one of them") {
  CHECK(bits_of({50, 50}, 100) == doctest::Approx(1));
  CHECK(bits_of({25, 25, 25, 25}, 100) == doctest::Approx(2));
  CHECK(bits_of({100}, 100) == doctest::Approx(0));
  CHECK(bits_of({50}, 100) == doctest::Approx(1));
  CHECK(bits_of({75, 25}, 100) == doctest::Approx(0.8113).epsilon(0.001));
  CHECK(bits_of({100, 100}, 100) == doctest::Approx(1));  // issues with two values each
}

TEST_CASE("too many issues are divided by the facet that tells most") {
  const Response response = sixty_letters().search({.query = "norco", .suggest_facet = true});
  CHECK(response.total_issues == 60);
  REQUIRE(response.narrow_by);
  CHECK(response.narrow_by->name == "specialty");
  REQUIRE(response.narrow_by->values.size() == 2);
  CHECK(response.narrow_by->values[0].value == "Family Medicine");
  CHECK(response.narrow_by->values[0].issues == 40);
  CHECK(response.facets.empty());
}

TEST_CASE("a facet that is selected, or that all share, divides nothing") {
  const Response selected =
      sixty_letters().search({.query = "norco",
                              .where = {{"specialty", "family medicine"}, {"specialty", "pain medicine"}},
                              .suggest_facet = true});
  REQUIRE(selected.narrow_by);
  CHECK(selected.narrow_by->name == "decision");
  CHECK_FALSE(sixty_letters().search({.query = "norco", .facets = {{"decision_year"}}}).narrow_by);
}

TEST_CASE(
    "a facet is suggested only at too many issues, and only where it is asked for or facets are counted") {
  CHECK_FALSE(sixty_letters().search({.query = "norco"}).narrow_by);
  CHECK_FALSE(
      sixty_letters().search({.query = "specialty:\"family medicine\"", .suggest_facet = true}).narrow_by);
  CHECK_FALSE(sixty_letters().search({.query = "norco", .suggest_facet = true, .limit = 0}).narrow_by);
  const Response counted = sixty_letters().search({.query = "norco", .facets = {{"decision", 1}}});
  REQUIRE(counted.narrow_by);
  CHECK(counted.narrow_by->name == "decision");
  CHECK(counted.narrow_by->values.size() == 2);
}

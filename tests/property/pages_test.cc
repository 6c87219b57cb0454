// SPDX-License-Identifier: GPL-3.0-or-later
// Order, pages and grouping of results, and that the history of an index does not show in its answers.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/query_error.h"
#include "searcher/searcher.h"
#include "tests/support/naive_search.h"
#include "tests/support/random_queries.h"
#include "tests/support/sample_index.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

constexpr std::size_t kEverything = 1'000'000;

using Strings = std::vector<std::string>;

// The sample letters in an index made at once and in one that came about in steps.
struct Sample {
  Sample() : naive(sample_letters()) {
    build_index(at_once.path(), naive.letters());
    grow_index(in_steps.path(), naive.letters());
  }
  TemporaryFolder at_once;
  TemporaryFolder in_steps;
  NaiveSearch naive;
};

const Sample& sample() {
  static const Sample made;
  return made;
}

Strings ids_of(const std::vector<Hit>& hits) {
  Strings ids;
  for (const Hit& hit : hits) ids.push_back(hit.issue_id);
  return ids;
}

// A search with hits; the same seed gives the same.
SearchRequest some_search(std::uint32_t seed, const Searcher& searcher) {
  RandomQueries random(sample().naive, seed);
  for (;;) {
    SearchRequest request{.query = random.query(), .limit = kEverything, .passages = 0};
    if (random.one_in(2)) request.where = random.conditions();
    if (random.one_in(2)) request.match = Match::any;
    const std::size_t order = random.below(5);
    request.sort = order > 2 ? SortKey::score : order == 0 ? SortKey::case_number : SortKey::decision_date;
    request.descending = order != 3 && random.one_in(2);
    try {
      SearchRequest count = request;
      count.limit = 0;
      if (searcher.search(count).total_issues > 0) return request;
    } catch (const QueryError&) {
      continue;  // such as nearness of several words
    }
  }
}

std::string described(const SearchRequest& request) {
  std::string text = request.query + (request.match == Match::any ? " [any]" : "");
  for (const Where& where : request.where) text += " | " + where.field + "=" + where.value;
  return text + " sort " + std::to_string(static_cast<int>(request.sort)) + (request.descending ? "-" : "");
}

// Whether `a` must stand before `b`.
bool comes_before(const Hit& a, const Hit& b, const SearchRequest& request) {
  if (request.sort == SortKey::score && a.score != b.score) return a.score > b.score;
  if (request.sort == SortKey::decision_date && a.decision_date != b.decision_date) {
    if (!a.decision_date || !b.decision_date) return a.decision_date.has_value();
    return (*a.decision_date < *b.decision_date) != request.descending;
  }
  if (a.case_number != b.case_number) {
    const bool backwards = request.sort == SortKey::case_number && request.descending;
    return (a.case_number < b.case_number) != backwards;
  }
  return a.issue_no < b.issue_no;
}

void check_ranks(const std::vector<Hit>& hits, std::size_t first) {
  for (std::size_t i = 0; i < hits.size(); ++i) CHECK(hits[i].rank == first + i);
}

template <class Check>
void for_some_searches(std::uint32_t count, Check check) {
  const Searcher searcher(sample().in_steps.path());
  for (std::uint32_t seed = first_seed(); seed < first_seed() + rounds(count); ++seed) {
    SearchRequest request = some_search(seed, searcher);
    CAPTURE(seed);
    CAPTURE(described(request));
    check(searcher, request, seed);
  }
}

struct Group {
  std::string best;
  Strings others;
};

std::vector<Group> grouped_by_hand(const std::vector<Hit>& hits) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> places;
  for (const Hit& hit : hits) {
    const auto [place, fresh] = places.try_emplace(hit.case_number, groups.size());
    if (fresh) {
      groups.push_back({hit.issue_id, {}});
    } else {
      groups[place->second].others.push_back(hit.issue_id);
    }
  }
  return groups;
}

double score_of(const std::vector<Hit>& hits, const std::string& id) {
  return std::ranges::find(hits, id, &Hit::issue_id)->score;
}

void check_same_facets(const Facet& a, const Facet& b) {
  REQUIRE(a.values.size() == b.values.size());
  CHECK(a.distinct == b.distinct);
  for (std::size_t i = 0; i < a.values.size(); ++i) {
    CHECK(a.values[i].value == b.values[i].value);
    CHECK(a.values[i].issues == b.values[i].issues);
    CHECK(a.values[i].letters == b.values[i].letters);
    CHECK(a.values[i].overturned == b.values[i].overturned);
  }
}

void check_same(const Response& a, const Response& b) {
  CHECK(ids_of(a.hits) == ids_of(b.hits));
  CHECK(a.interpreted == b.interpreted);
  CHECK(a.total_issues == b.total_issues);
  CHECK(a.total_letters == b.total_letters);
  REQUIRE(a.hits.size() == b.hits.size());
  for (std::size_t i = 0; i < a.hits.size(); ++i) {
    CHECK(a.hits[i].score == doctest::Approx(b.hits[i].score).epsilon(1e-12));
    CHECK(a.hits[i].treatment == b.hits[i].treatment);
    CHECK(a.hits[i].decision == b.hits[i].decision);
  }
  REQUIRE(a.facets.size() == b.facets.size());
  for (std::size_t i = 0; i < a.facets.size(); ++i) check_same_facets(a.facets[i], b.facets[i]);
}

}  // namespace

TEST_CASE("results are in a total order, whatever they are sorted by") {
  for_some_searches(50, [](const Searcher& searcher, const SearchRequest& request, std::uint32_t) {
    const std::vector<Hit> hits = searcher.search(request).hits;
    for (std::size_t i = 1; i < hits.size(); ++i) {
      CAPTURE(hits[i - 1].issue_id);
      CAPTURE(hits[i].issue_id);
      CHECK(comes_before(hits[i - 1], hits[i], request));
    }
    check_ranks(hits, 1);
  });
}

TEST_CASE("the pages of a result make up the whole of it") {
  for_some_searches(20, [](const Searcher& searcher, SearchRequest& request, std::uint32_t seed) {
    request.group_by_letter = seed % 3 == 0;
    const Strings whole = ids_of(searcher.search(request).hits);
    Strings pages;
    request.limit = 1 + whole.size() / 4;
    for (request.offset = 0; request.offset <= whole.size(); request.offset += request.limit) {
      const Response page = searcher.search(request);
      check_ranks(page.hits, request.offset + 1);
      for (const Hit& hit : page.hits) pages.push_back(hit.issue_id);
    }
    CHECK(pages == whole);
    request.offset = whole.size() + 5;
    CHECK(searcher.search(request).hits.empty());
  });
}

TEST_CASE("grouping by letter puts the issues of a letter under the best of them") {
  for_some_searches(40, [](const Searcher& searcher, SearchRequest& request, std::uint32_t seed) {
    const Response flat = searcher.search(request);
    const std::vector<Group> groups = grouped_by_hand(flat.hits);
    request.group_by_letter = true;
    if (seed % 2 == 0) request.limit = 3;
    const Response response = searcher.search(request);
    CHECK(response.total_issues == flat.total_issues);
    CHECK(response.total_letters == groups.size());
    REQUIRE(response.hits.size() == std::min(request.limit, groups.size()));
    for (std::size_t i = 0; i < response.hits.size(); ++i) {
      const Hit& hit = response.hits[i];
      CHECK(hit.issue_id == groups[i].best);
      Strings others;
      for (const OtherIssue& other : hit.others) {
        others.push_back(other.issue_id);
        CHECK(other.score == doctest::Approx(score_of(flat.hits, other.issue_id)));
      }
      CHECK(others == groups[i].others);
    }
  });
}

TEST_CASE("an index that came about in steps answers like one made at once") {
  const Searcher at_once(sample().at_once.path());
  CHECK(Searcher(sample().in_steps.path()).info().issues == at_once.info().issues);
  CHECK(at_once.info().letters == sample().naive.letters().size());
  for_some_searches(60, [&](const Searcher& in_steps, SearchRequest& request, std::uint32_t seed) {
    request.facets = {{"decision", 10}, {"specialty", 3}, {"state", 10}, {"guideline", 10}, {"age_band", 10}};
    if (seed % 3 == 0) request.limit = 4;
    check_same(in_steps.search(request), at_once.search(request));
  });
}

TEST_CASE("what was replaced or removed cannot be found any more") {
  const Searcher searcher(sample().in_steps.path());
  CHECK(searcher.search({.query = "zebras"}).total_issues == 0);
  CHECK(searcher.search({.query = "age:17"}).total_issues == 0);
  CHECK(searcher.search({.query = "", .where = {{"age", "17"}}}).total_issues == 0);
  const std::string& name = sample().naive.letters()[0].case_number;
  CHECK_FALSE(searcher.letter("removed-" + name));
  CHECK(searcher.letter(name) == sample().naive.letters()[0]);
}

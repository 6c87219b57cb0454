// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/deadline.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/index_writer.h"
#include "searcher/match_counter.h"
#include "searcher/page_selector.h"
#include "searcher/query_builder.h"
#include "searcher/row_source.h"
#include "searcher/searcher.h"
#include "tests/unit/searcher/made_up_index.h"

using namespace imr;

namespace {

// Over after the clock was read so many times.
Deadline after_looks(int looks) {
  return Deadline([left = looks]() mutable { return left-- <= 0; });
}

// So many letters that the clock is read several times on the way through; every third says what is sought.
const OpenSegments& many_letters() {
  static const TemporaryFolder folder;
  static const OpenSegments segments = [] {
    IndexWriter writer = IndexWriter::fresh(folder.path());
    for (int i = 0; i < 1000; ++i) {
      Determination letter = made_up_letters()[1];
      letter.case_number = "CM01-" + std::to_string(1'000'000 + i);
      if (i % 3 == 0) letter.issues[0].rationale = "Opioid tapering was tried with little benefit.";
      writer.add(letter);
    }
    writer.commit();
    return OpenSegments(open_index(folder.path()));
  }();
  return segments;
}

Xapian::Query query_of(const std::string& text) {
  return build_query(parse_query(text), many_letters(), Match::all).query;
}

}  // namespace

TEST_CASE("a deadline stays reached, and one without a limit never is") {
  Deadline never;
  for (int i = 0; i < 1000; ++i) CHECK_FALSE(never.reached());
  CHECK_FALSE(never.reached_now());
  CHECK_FALSE(never.cut());
  int looks = 0;
  Deadline soon([&] { return ++looks == 3; });
  int calls = 0;
  while (!soon.reached()) ++calls;
  CHECK(calls == 128);  // looked at the first call, the 65th and the 129th
  CHECK(looks == 3);
  CHECK(soon.reached());
  CHECK(soon.reached_now());
  CHECK(soon.cut());
  CHECK(looks == 3);
}

TEST_CASE("without a limit there is no time, with one the stages end one after the other") {
  SearchTime none(0);
  CHECK_FALSE(none.places.is_limited());
  CHECK_FALSE(none.ranking.is_limited());
  SearchTime over(1e-9);
  CHECK(over.places.reached());
  CHECK(over.counting.reached());
  CHECK(over.ranking.reached());
  SearchTime hour(3600);
  CHECK_FALSE(hour.places.reached());
}

TEST_CASE("matches are those of the query, fewer when the time is over") {
  for (const char* text : {"tapering", "\"opioid tapering\"", "opioid w/3 tried", "-tapering", "",
                           "tapering OR norco", "age:..20", "tapering -(opioid w/3 benefit)"}) {
    CAPTURE(text);
    const Segment& segment = many_letters().segment(0);
    const std::vector<Row> all = matching_rows(segment, query_of(text));
    Deadline late = after_looks(1'000'000);
    CHECK(matching_rows(segment, query_of(text), late) == all);
    CHECK_FALSE(late.cut());
    Deadline soon = after_looks(2);
    const std::vector<Row> some = matching_rows(segment, query_of(text), soon);
    if (all.size() > 200) {
      CHECK(soon.cut());
      CHECK(some.size() < all.size());
      CHECK(!some.empty());
    }
    CHECK(std::ranges::includes(all, some));
  }
}

TEST_CASE("counts that were cut short are lower bounds and say so") {
  Deadline soon = after_looks(7);
  const MatchCounts some =
      count_matches(many_letters(), query_of("tapering OR norco"), {}, {{"decision", 10}}, soon);
  CHECK(soon.cut());
  CHECK(some.issues > 0);
  CHECK(some.issues < 1000);
  CHECK_FALSE(some.facets[0].exact);
  Deadline late = after_looks(1'000'000);
  const MatchCounts all =
      count_matches(many_letters(), query_of("tapering OR norco"), {}, {{"decision", 10}}, late);
  CHECK(all.issues == 1000);
  CHECK(all.facets[0].exact);
}

TEST_CASE("places found by then are some of all, and within NOT none will do") {
  const QueryNode near = parse_query("opioid w/3 tried");
  Deadline soon = after_looks(3);
  const BuiltQuery built = build_query(near, many_letters(), Match::all, true, soon);
  CHECK(soon.cut());
  const auto some = matching_rows(many_letters().segment(0), built.query);
  const auto all = matching_rows(many_letters().segment(0), query_of("opioid w/3 tried"));
  CHECK(all.size() == 334);
  CHECK(some.size() < all.size());
  CHECK(std::ranges::includes(all, some));
  for (const char* text : {"norco -(opioid w/3 tried)", "NOT (opioid w/3 tried)", "NOT (opioid OR tried)"}) {
    CAPTURE(text);
    Deadline again = after_looks(1);
    CHECK_THROWS_AS(build_query(parse_query(text), many_letters(), Match::all, true, again), TimeIsOver);
  }
}

TEST_CASE("a page that was cut short has hits of the query and comes to an end") {
  const Xapian::Query query = query_of("opioid OR norco");
  const MatchCounts counts = count_matches(many_letters(), query, {}, {});
  for (const bool grouped : {false, true}) {
    const SearchRequest search{.limit = 400, .group_by_letter = grouped};
    Deadline soon = after_looks(3);
    const auto page = select_page(many_letters(), {query, true, counts.rows, search, {}, soon});
    CHECK(soon.cut());
    CHECK(page.size() < 400);
  }
  Deadline soon = after_looks(1);
  CHECK(best_issues(many_letters(), query, 100, soon).size() < 100);
}

TEST_CASE("an answer that the time limit cut short never looks whole") {
  const Searcher searcher(made_up_index().path());
  for (const char* text : {"mri", "mri -(red w/2 flag)", "red w/2 flag", ""}) {
    CAPTURE(text);
    const Response response = searcher.search({.query = text, .facets = {{"decision", 10}}, .timeout = 1e-9});
    CHECK(response.timed_out);
    CHECK_FALSE(response.exact);
    CHECK(response.total_issues == 0);
    CHECK(response.hits.empty());
    CHECK_FALSE(response.facets[0].exact);
    CHECK(response.suggestions.empty());
    REQUIRE(!response.warnings.empty());
    CHECK(response.warnings.back() ==
          "the time limit of 1e-09 s was reached: there are more issues, or may be, than were counted");
  }
  const Response whole = searcher.search({.query = "mri", .timeout = 3600});
  CHECK_FALSE(whole.timed_out);
  CHECK(whole.exact);
  CHECK(whole.warnings.empty());
  CHECK(whole.total_issues == 2);
}

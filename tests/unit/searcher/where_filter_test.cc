// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/where_filter.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/query_error.h"
#include "tests/unit/searcher/made_up_index.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

std::string place_of(const Columns& columns, Row row) {
  return std::string(columns.case_number(columns.letter_of(row))) + "#" +
         std::to_string(columns.issue_no(row));
}

// The issues that pass, by the columns.
std::set<std::string> passing(const WhereFilter& filter, const OpenSegments& segments) {
  std::set<std::string> issues;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments.segment(i);
    const WhereTest test(filter, segment);
    for (Row row = 0; row < segment.columns().rows(); ++row) {
      const bool alive = segment.alive(segment.columns().letter_of(row));
      if (alive && test.test(row).passed) issues.insert(place_of(segment.columns(), row));
    }
  }
  return issues;
}

// The same by the query that ranking uses.
std::set<std::string> found(const WhereFilter& filter, const OpenSegments& segments) {
  std::set<std::string> issues;
  Xapian::Enquire enquire(segments.whole());
  enquire.set_query(where_query(filter, segments));
  const Xapian::MSet matches = enquire.get_mset(0, 100);
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    CHECK(match.get_weight() == 0.0);
    const auto place = segments.place_of(*match);
    issues.insert(place_of(segments.segment(place.segment).columns(), place.row));
  }
  return issues;
}

}  // namespace

TEST_CASE("values of one field widen and fields narrow, by columns and by query alike") {
  const std::string a1 = "CM00-0000001#1", a2 = "CM00-0000001#2", b1 = "CM00-0000002#1",
                    c1 = "CM00-0000003#1", c2 = "CM00-0000003#2", note = "note-1#1";
  const struct {
    std::vector<Where> where;
    std::set<std::string> issues;
  } cases[] = {
      {{}, {a1, a2, b1, c1, c2, note}},
      {{{"decision", "overturned"}}, {a2, b1, c1}},
      {{{"decision", "granted"}, {"decision", "denied"}}, {a1, a2, b1, c1, c2}},
      {{{"decision", "upheld"}, {"state", "CA"}}, {a1}},
      {{{"state", "TX"}, {"state", "OR"}}, {b1, c1, c2}},
      {{{"specialty", "internal medicine"}}, {b1}},
      {{{"guideline", "shoulder"}}, {a1, a2, c1}},
      {{{"age", "18..30"}}, {b1}},
      {{{"age", "45"}, {"age", "<20"}}, {a1, a2, b1}},
      {{{"decided", "2015"}}, {a1, a2}},
      {{{"decided", "2015..2016-12"}, {"decision", "overturned"}}, {a2, b1}},
      {{{"injured", ">=2015"}}, {b1}},
      {{{"case", "CM00-0000003"}}, {c1, c2}},
      {{{"case", "cm00-0000003"}}, {c1, c2}},
      {{{"case", "CM00-0000009"}}, {}},
      {{{"layout", "plain"}}, {note}},
      {{{"state", "Guam"}}, {}},
  };
  const OpenSegments segments = made_up_index().open();
  for (const auto& c : cases) {
    const WhereFilter filter = resolve_where(c.where, segments);
    CAPTURE(filter.said);
    CHECK(passing(filter, segments) == c.issues);
    CHECK(found(filter, segments) == c.issues);
  }
}

TEST_CASE("conditions are said, and what was made of inexact values is listed") {
  const OpenSegments segments = made_up_index().open();
  const WhereFilter filter = resolve_where({{"state", "carolina"}, {"age", "40..59"}}, segments);
  CHECK(filter.said == "state=carolina, age=40..59");
  REQUIRE(filter.expansions.size() == 1);
  CHECK(filter.expansions[0].from == "state=carolina");
  CHECK(filter.expansions[0].to == Strings{"North Carolina", "South Carolina"});
  CHECK(filter.expansions[0].kind == "value");
  CHECK(resolve_where({}, segments).said.empty());
}

TEST_CASE("the only condition that an issue fails is told") {
  const OpenSegments segments = made_up_index().open();
  const WhereFilter filter = resolve_where({{"decision", "upheld"}, {"sex", "female"}}, segments);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Columns& columns = segments.segment(i).columns();
    const WhereTest test(filter, segments.segment(i));
    for (Row row = 0; row < columns.rows(); ++row) {
      const WhereTest::Outcome outcome = test.test(row);
      const std::string place = place_of(columns, row);
      CAPTURE(place);
      if (!segments.segment(i).alive(columns.letter_of(row))) continue;
      CHECK(outcome.passed == (place == "CM00-0000001#1"));
      if (place == "CM00-0000001#2") CHECK(outcome.only_failed == std::size_t{0});
      if (place == "CM00-0000003#2") CHECK(outcome.only_failed == std::size_t{1});
      if (place == "CM00-0000002#1") CHECK_FALSE(outcome.only_failed);
    }
  }
}

TEST_CASE("conditions that cannot be understood are errors") {
  const struct {
    Where where;
    std::string code;
    std::string hint;
  } cases[] = {
      {{"decison", "upheld"}, "unknown_field", "did you mean \"decision\"?"},
      {{"zzzzzzzz", "x"}, "unknown_field", "imr-search fields"},
      {{"treatment", "mri"}, "unknown_field", "treatment:word"},
      {{"page", "60"}, "unknown_field", "page:177..179"},
      {{"cite", "ACOEM"}, "unknown_field", "cite:\"ACOEM ch 8"},
      {{"state", "Californa"}, "unknown_value", "California"},
      {{"age", "young"}, "bad_range", "40..59"},
      {{"decided", "59..40"}, "bad_range", "2015..2016-06"},
  };
  const OpenSegments segments = made_up_index().open();
  for (const auto& c : cases) {
    CAPTURE(c.where.field);
    try {
      resolve_where({c.where}, segments);
      FAIL_CHECK("no error");
    } catch (const QueryError& error) {
      CHECK(error.code() == c.code);
      CHECK(error.offset() == QueryError::kNoOffset);
      CHECK(error.hint().find(c.hint) != std::string::npos);
    }
  }
}

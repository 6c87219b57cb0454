// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/query_error.h"
#include "searcher/request_json.h"
#include "searcher/search_request.h"

using namespace imr;

namespace {

template <class Read>
std::string refusal(Read read) {
  try {
    read();
  } catch (const QueryError& error) {
    CHECK(error.code() == "bad_request");
    return std::string(error.what()) + " | " + error.hint();
  }
  return "";
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a condition is a field and all that follows the first equals sign") {
  const Where where = parse_where("guideline=MTUS = all");
  CHECK(where.field == "guideline");
  CHECK(where.value == "MTUS = all");
  for (const char* text : {"", "decision", "=upheld", "decision=", "="}) {
    CAPTURE(text);
    CHECK(holds(refusal([&] { parse_where(text); }), "is no condition"));
  }
}

TEST_CASE("a facet is asked for by name, with a number of values or without") {
  CHECK(parse_facet("specialty").values == 10);
  CHECK(parse_facet("specialty").name == "specialty");
  CHECK(parse_facet("state:0").values == 0);
  CHECK(parse_facet("state:25").values == 25);
  CHECK(holds(refusal([] { parse_facet("speciality:3"); }), "did you mean \"specialty\"?"));
  for (const char* text :
       {"state:", "state:x", "state:3x", "state:-1", "state:1.5", "treatment", "age", "case", ""}) {
    CAPTURE(text);
    CHECK_FALSE(refusal([&] { parse_facet(text); }).empty());
  }
}

TEST_CASE("results are sorted by score, date or case number, a hyphen descends") {
  const struct {
    const char* text;
    SortKey key;
    bool descending;
  } cases[] = {
      {"score", SortKey::score, false},
      {"decision_date", SortKey::decision_date, false},
      {"-decision_date", SortKey::decision_date, true},
      {"-case_number", SortKey::case_number, true},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    SearchRequest request;
    parse_sort(c.text, request);
    CHECK(request.sort == c.key);
    CHECK(request.descending == c.descending);
  }
  SearchRequest request;
  for (const char* text : {"", "-", "date", "--score", "Score"}) {
    CAPTURE(text);
    CHECK_FALSE(refusal([&] { parse_sort(text, request); }).empty());
  }
}

TEST_CASE("all words must match or any") {
  CHECK(parse_match("all") == Match::all);
  CHECK(parse_match("any") == Match::any);
  CHECK_FALSE(refusal([] { parse_match("some"); }).empty());
}

TEST_CASE("a request says what to search, and what it leaves out has its default") {
  const BatchRequest all = read_request(
      R"({"id": "q1", "query": "mri", "where": {"decision": ["overturned", "upheld"], "state": "CA"},
          "facets": ["specialty:3"], "limit": 5, "offset": 20, "match": "any", "plain": true, "expand": false,
          "passages": 0, "sort": "-decision_date", "group": "letter", "unknown": [1]})");
  CHECK(all.id == "q1");
  CHECK(all.type == "results");
  CHECK(all.search.query == "mri");
  REQUIRE(all.search.where.size() == 3);
  CHECK(all.search.where[1].field == "decision");
  CHECK(all.search.where[1].value == "upheld");
  CHECK(all.search.where[2].value == "CA");
  REQUIRE(all.search.facets.size() == 1);
  CHECK(all.search.facets[0].values == 3);
  CHECK(all.search.limit == 5);
  CHECK(all.search.offset == 20);
  CHECK(all.search.match == Match::any);
  CHECK_FALSE(all.search.expand);
  CHECK(all.search.plain);
  CHECK(all.search.passages == 0);
  CHECK(all.search.sort == SortKey::decision_date);
  CHECK(all.search.descending);
  CHECK(all.search.group_by_letter);

  const BatchRequest none = read_request(R"({"query": null})");
  CHECK_FALSE(none.id);
  CHECK(none.search.query.empty());
  CHECK(none.search.limit == 10);
  CHECK(none.search.passages == 3);
  CHECK(none.search.match == Match::all);
  CHECK_FALSE(none.search.group_by_letter);
}

TEST_CASE("a request can be for facets alone or for a letter") {
  const BatchRequest facets = read_request(R"({"type": "facets", "facets": ["state"], "limit": 7})");
  CHECK(facets.type == "facets");
  CHECK(facets.search.limit == 0);
  const BatchRequest show = read_request(R"({"type": "show", "case": "CM00-0000001"})");
  CHECK(show.case_number == "CM00-0000001");
  CHECK(holds(refusal([] { read_request(R"({"type": "show"})"); }), "\"case\""));
}

TEST_CASE("a bad request is refused by the key at fault") {
  const struct {
    const char* json;
    const char* said;
  } cases[] = {
      {"", "no JSON object"},
      {"[]", "no JSON object"},
      {"{\"query\": \"mri\"", "no JSON object"},
      {R"({"query": 3})", "\"query\" must be a string or an object"},
      {R"({"plain": "yes"})", "\"plain\" must be true or false"},
      {R"({"limit": -1})", "\"limit\" must be a whole number"},
      {R"({"limit": 2.5})", "\"limit\" must be a whole number"},
      {R"({"limit": 10001})", "from 0 to 10000"},
      {R"({"offset": "3"})", "\"offset\" must be a number"},
      {R"({"passages": 101})", "\"passages\""},
      {R"({"where": [1]})", "\"where\" must be an object"},
      {R"({"where": {"state": [1]}})", "\"where\" must hold strings"},
      {R"({"where": {"state": 1}})", "\"where\" must hold strings"},
      {R"({"facets": "state"})", "\"facets\" must be a list"},
      {R"({"facets": ["colour"]})", "unknown facet \"colour\""},
      {R"({"sort": "date"})", "cannot sort by \"date\""},
      {R"({"group": "worker"})", "\"group\" must be"},
      {R"({"match": "most"})", "\"most\" is no way to match"},
      {R"({"type": "delete"})", "unknown type \"delete\""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.json);
    CHECK(holds(refusal([&] { read_request(c.json); }), c.said));
  }
}

TEST_CASE("a key that is not known is a warning, for it may be a condition misspelt") {
  const BatchRequest request =
      read_request(R"({"query": "mri", "wher": {"decision": "upheld"}, "expand": true})");
  REQUIRE(request.warnings.size() == 1);
  CHECK(request.warnings[0].find("\"wher\"") != std::string::npos);
  CHECK(read_request(R"({"id": "1", "query": "mri", "where": {}})").warnings.empty());
}

TEST_CASE("the id of a bad request is known all the same") {
  CHECK(request_id(R"({"id": "q7", "limit": -1})") == "q7");
  CHECK(request_id(R"({"id": 7})") == "7");
  CHECK_FALSE(request_id(R"({"id": null})"));
  CHECK_FALSE(request_id("nonsense"));
}

TEST_CASE("a time limit is a number of seconds, 0 for none") {
  CHECK(parse_timeout("2") == 2);
  CHECK(parse_timeout("0.25") == 0.25);
  CHECK(parse_timeout("0") == 0);
  for (const char* text : {"", "-1", "2s", "inf", "nan", "1,5"}) {
    CAPTURE(text);
    CHECK(holds(refusal([&] { parse_timeout(text); }), "is no number of seconds"));
  }
  CHECK(read_request(R"({"query": "mri"})").search.timeout == 0);
  CHECK(read_request(R"({"timeout": 1.5})").search.timeout == 1.5);
  CHECK(holds(refusal([] { read_request(R"({"timeout": -1})"); }), "0 or more"));
  CHECK(holds(refusal([] { read_request(R"({"timeout": "1"})"); }), "must be a number"));
}

TEST_CASE("a cursor is a text, and facets take none") {
  CHECK_FALSE(read_request(R"({"query": "mri", "cursor": null})").search.cursor);
  CHECK(read_request(R"({"cursor": "abc"})").search.cursor == "abc");
  CHECK(holds(refusal([] { read_request(R"({"cursor": 7})"); }), "must be a string"));
  CHECK(holds(refusal([] { read_request(R"({"type": "facets", "cursor": "abc"})"); }), "no pages"));
}

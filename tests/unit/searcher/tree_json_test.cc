// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/tree_json.h"

#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "searcher/query_error.h"
#include "searcher/request_json.h"

using namespace imr;
using Json = nlohmann::json;

TEST_CASE("every kind of part has its own form") {
  const struct {
    const char* query;
    const char* json;
  } cases[] = {
      {"", R"({"kind":"nothing"})"},
      {"mri", R"({"kind":"word","text":"mri"})"},
      {"=tens", R"({"kind":"exact","text":"tens"})"},
      {"radicul*", R"({"kind":"wildcard","text":"radicul*"})"},
      {"\"red flag\"", R"({"kind":"phrase","text":"red flag"})"},
      {"NOT mri", R"({"kind":"negation","children":[{"kind":"word","text":"mri"}]})"},
      {"a b",
       R"({"kind":"juxtaposition","children":[{"kind":"word","text":"a"},{"kind":"word","text":"b"}]})"},
      {"a AND b", R"({"kind":"all_of","children":[{"kind":"word","text":"a"},{"kind":"word","text":"b"}]})"},
      {"a OR b", R"({"kind":"any_of","children":[{"kind":"word","text":"a"},{"kind":"word","text":"b"}]})"},
      {"a /s b",
       R"({"kind":"same_sentence","children":[{"kind":"word","text":"a"},{"kind":"word","text":"b"}]})"},
      {"a /p b",
       R"({"kind":"same_paragraph","children":[{"kind":"word","text":"a"},{"kind":"word","text":"b"}]})"},
      {"a pre/5 b",
       R"({"kind":"near","distance":5,"ordered":true,"children":[{"kind":"word","text":"a"},{"kind":"word","text":"b"}]})"},
      {"state:CA", R"({"kind":"field","name":"state","children":[{"kind":"word","text":"CA"}]})"},
      {"age:40..59",
       R"({"kind":"field","name":"age","children":[{"kind":"range","low":"40","high":"59","low_excluded":false,"high_excluded":false}]})"},
      {"age:<30",
       R"({"kind":"field","name":"age","children":[{"kind":"range","low":null,"high":"30","low_excluded":false,"high_excluded":true}]})"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    const QueryNode tree = parse_query(c.query);
    CHECK(tree_json(tree).dump() == c.json);
    CHECK(read_tree(Json::parse(c.json), "") == tree);
  }
}

TEST_CASE("what goes without saying can be left out, and numbers may be bounds") {
  const auto text = [](const char* json) { return print_query(read_tree(Json::parse(json), "")); };
  CHECK(text(R"({"kind": "field", "name": "age", "children": [{"kind": "range", "low": 40}]})") ==
        "age:40..");
  CHECK(text(R"({"kind": "near", "distance": 3, "children": [{"kind": "word", "text": "a"},
                 {"kind": "phrase", "text": "b c"}]})") == "a w/3 \"b c\"");
}

TEST_CASE("what is no tree is refused with its place") {
  const struct {
    const char* json;
    const char* pointer;
    const char* message;
  } cases[] = {
      {R"({})", "/query", "\"kind\" is missing"},
      {R"({"kind": 7})", "/query/kind", "\"kind\" must be a string"},
      {R"({"kind": "bool"})", "/query/kind", "no kind \"bool\""},
      {R"({"kind": "word"})", "/query", "\"text\" is missing"},
      {R"({"kind": "word", "text": ["a"]})", "/query/text", "\"text\" must be a string"},
      {R"({"kind": "word", "text": "a", "boost": 2})", "/query", "no key \"boost\" here"},
      {R"({"kind": "word", "text": "red flag"})", "/query/text", "\"red flag\" is no word"},
      {R"({"kind": "word", "text": "AND"})", "/query/text", "\"AND\" is no word"},
      {R"({"kind": "word", "text": ""})", "/query/text", "\"\" is no word"},
      {R"({"kind": "wildcard", "text": "neuro"})", "/query/text", "\"neuro\" is no wildcard"},
      {R"({"kind": "exact", "text": "a b"})", "/query/text", "\"a b\" is no exact"},
      {R"({"kind": "phrase", "text": "the \"flag\""})", "/query/text", "\"the \"flag\"\" is no phrase"},
      {R"({"kind": "phrase", "text": " "})", "/query/text", "\" \" is no phrase"},
      {R"({"kind": "nothing", "text": "a"})", "/query", "no key \"text\" here"},
      {R"({"kind": "range", "low": "4"})", "/query", "this is no range, or no field stands before it"},
      {R"({"kind": "negation"})", "/query", "\"children\" must be a list of 1"},
      {R"({"kind": "negation", "children": []})", "/query/children", "\"children\" must be a list of 1"},
      {R"({"kind": "any_of", "children": [{"kind": "word", "text": "a"}]})", "/query/children",
       "\"children\" must be a list of 2 or more"},
      {R"({"kind": "any_of", "children": [{"kind": "word", "text": "a"}, "b"]})", "/query/children/1",
       "a part of a query must be an object"},
      {R"({"kind": "any_of", "children": [{"kind": "word", "text": "a"}, {"kind": "nothing"}]})",
       "/query/children/1", "nothing stands only by itself"},
      {R"({"kind": "near", "children": []})", "/query", "\"distance\" must be a whole number from 1 to 1000"},
      {R"({"kind": "near", "distance": 0, "children": []})", "/query/distance",
       "\"distance\" must be a whole number from 1 to 1000"},
      {R"({"kind": "near", "distance": 5, "ordered": 1, "children": []})", "/query/ordered",
       "\"ordered\" must be true or false"},
      {R"({"kind": "field", "name": "a b", "children": []})", "/query/name", "\"a b\" is no name of a field"},
      {R"({"kind": "field", "name": "state", "children": [{"kind": "field", "name": "age", "children": []}]})",
       "/query/children/0", "the field \"age\" inside a field"},
      {R"({"kind": "field", "name": "age", "children": [{"kind": "range", "low": "a b"}]})",
       "/query/children/0", "this is no range, or no field stands before it"},
      {R"({"kind": "field", "name": "age", "children": [{"kind": "range", "low": 4, "high": 9, "low_excluded": true}]})",
       "/query/children/0", "this is no range, or no field stands before it"},
      {R"({"kind": "field", "name": "age", "children": [{"kind": "range"}]})", "/query/children/0",
       "this is no range, or no field stands before it"},
      {R"({"kind": "field", "name": "age", "children": [{"kind": "word", "text": "4..9"}]})",
       "/query/children/0/text", "\"4..9\" is no word"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.json);
    std::string pointer;
    std::string message;
    try {
      read_tree(Json::parse(c.json), "/query");
    } catch (const QueryError& error) {
      CHECK(error.code() == "bad_request");
      CHECK_FALSE(error.hint().empty());
      pointer = error.pointer();
      message = error.what();
    }
    CHECK(message == c.message);
    CHECK(pointer == c.pointer);
  }
}

TEST_CASE("a tree is bound as a text is") {
  Json tree = {{"kind", "word"}, {"text", "a"}};
  for (int i = 0; i < 100; ++i) tree = {{"kind", "negation"}, {"children", {tree}}};
  CHECK(read_request(Json{{"query", tree}}.dump()).search.query.starts_with("NOT NOT"));
  tree = {{"kind", "negation"}, {"children", {tree}}};
  CHECK_THROWS_WITH(read_tree(tree, ""), "brackets and NOT are nested deeper than 100");
}

TEST_CASE("a mistake of meaning in a tree is found by its place in the request") {
  const BatchRequest request = read_request(
      R"({"query": {"kind": "all_of", "children": [{"kind": "word", "text": "mri"}, {"kind": "any_of", "children": [
          {"kind": "field", "name": "decison", "children": [{"kind": "word", "text": "upheld"}]},
          {"kind": "field", "name": "state", "children": [{"kind": "phrase", "text": "Califrnia"}]}]}]}})");
  CHECK(request.query_is_tree);
  CHECK(request.search.query == "mri AND (decison:upheld OR state:\"Califrnia\")");
  const auto pointer = [&](std::size_t offset) { return pointer_of(request, QueryError("x", "", offset)); };
  CHECK(pointer(0) == "/query/children/0");
  CHECK(pointer(request.search.query.find("decison")) == "/query/children/1/children/0");
  CHECK(pointer(request.search.query.find("upheld")) == "/query/children/1/children/0/children/0");
  CHECK(pointer(request.search.query.find("\"Cal")) == "/query/children/1/children/1/children/0");
  CHECK(pointer(QueryError::kNoOffset).empty());
  const BatchRequest typed = read_request(R"({"query": "mri ("})");
  CHECK_FALSE(typed.query_is_tree);
  CHECK(pointer_of(typed, QueryError("x", "", 4)).empty());
  CHECK_THROWS_AS(read_request(R"({"plain": true, "query": {"kind": "word", "text": "mri"}})"), QueryError);
}

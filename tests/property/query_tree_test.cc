// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_tree.h"

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "searcher/query_error.h"
#include "searcher/tree_json.h"

using imr::parse_query;
using imr::print_query;
using imr::QueryError;
using imr::QueryKind;
using imr::QueryNode;

namespace {

using Random = std::mt19937;
using Strings = std::vector<std::string>;

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

const std::string& one_of(Random& random, const Strings& choices) {
  return choices[below(random, choices.size())];
}

// IMR_SEED repeats a run.
std::uint32_t seed() {
  const char* const given = std::getenv("IMR_SEED");
  return given != nullptr ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10))
                          : std::random_device()();
}

QueryNode leaf(Random& random, bool in_field) {
  const Strings words = {"mri", "L4-5", "C++", "or",        "10/325", "-",
                         "*",   "6\"",  "w/o", "\u00E9tat", "AND?",   "->"};
  const Strings bounds = {"12", "2016-06", "0.5"};
  switch (below(random, in_field ? 6 : 4)) {
    case 0:
      return {.kind = QueryKind::exact, .text = one_of(random, {"mri", "AND", "=x", "5\""})};
    case 1:
      return {.kind = QueryKind::wildcard, .text = one_of(random, {"neuro*", "wom?n", "*itis"})};
    case 2:
      return {.kind = QueryKind::phrase, .text = one_of(random, {"red flag", " OR ", "(", "a: b"})};
    case 4:
      return {.kind = QueryKind::range, .low = one_of(random, bounds), .high = one_of(random, bounds)};
    case 5:
      return {.kind = QueryKind::range, .low = one_of(random, bounds), .low_excluded = true};
    default:
      return {.kind = QueryKind::word, .text = one_of(random, words)};
  }
}

QueryNode tree(Random& random, unsigned depth, bool in_field);

QueryNode with_children(QueryNode node, Random& random, unsigned depth, bool in_field, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) node.children.push_back(tree(random, depth - 1, in_field));
  return node;
}

bool parses_to(const std::string& text, const QueryNode& query) {
  try {
    return parse_query(text) == query;
  } catch (const QueryError&) {
    return false;
  }
}

// A tree that some text parses to.
QueryNode tree(Random& random, unsigned depth, bool in_field) {
  if (depth == 0) return leaf(random, in_field);
  const auto grown = [&](QueryNode node, std::size_t count) {
    return with_children(std::move(node), random, depth, in_field, count);
  };
  const auto distance = static_cast<unsigned>(1 + below(random, 20));
  switch (below(random, in_field ? 8 : 9)) {
    case 0:
      return grown({.kind = QueryKind::juxtaposition}, 2 + below(random, 3));
    case 1:
      return grown({.kind = QueryKind::all_of}, 2 + below(random, 3));
    case 2:
      return grown({.kind = QueryKind::any_of}, 2 + below(random, 3));
    case 3:
      return grown({.kind = QueryKind::negation}, 1);
    case 4:
      return grown({.kind = QueryKind::near, .distance = distance, .ordered = distance % 2 == 0}, 2);
    case 5:
      return grown({.kind = QueryKind::same_sentence}, 2);
    case 6:
      return grown({.kind = QueryKind::same_paragraph}, 2);
    case 8:
      return with_children({.kind = QueryKind::field, .name = one_of(random, {"drug", "body_part", "_x"})},
                           random, depth, true, 1);
    default:
      return leaf(random, in_field);
  }
}

// Pieces that mean something, side by side in any order; most of it is no query.
std::string soup(Random& random) {
  const Strings pieces = {
      "a",      "b c",  " ",       " ",     "AND",     " OR ", " NOT ", "-",   "--",     "(",
      ")",      "\"",   "\"x y\"", "=",     "drug:",   "age:", "C:",    "*",   "?",      "..",
      "12",     ">",    ">=",      " w/5 ", " pre/3 ", "/s",   " /p ",  "6\"", "\u201C", "\u201D",
      "\u00A0", "\xFF", ".",       ",",     "://",     "http", "#60",   "or",  "\u2264", "\U0001F600"};
  std::string text;
  for (std::size_t i = below(random, 12) + 1; i > 0; --i) text += one_of(random, pieces);
  return text;
}

}  // namespace

TEST_CASE("a printed tree parses to itself") {
  const std::uint32_t start = seed();
  Random random(start);
  for (int i = 0; i < 20000; ++i) {
    const QueryNode query = tree(random, static_cast<unsigned>(below(random, 5)), false);
    const std::string printed = print_query(query);
    CAPTURE(start);
    CAPTURE(printed);
    REQUIRE(parse_query(printed) == query);
    REQUIRE(print_query(parse_query(printed)) == printed);
  }
}

TEST_CASE("a tree written as JSON is the tree that is read from it") {
  const std::uint32_t start = seed();
  Random random(start);
  for (int i = 0; i < 10000; ++i) {
    const QueryNode query = tree(random, static_cast<unsigned>(below(random, 5)), false);
    const std::string text = imr::tree_json(query).dump();
    CAPTURE(start);
    CAPTURE(text);
    REQUIRE(imr::read_tree(nlohmann::json::parse(text), "/query") == query);
  }
}

TEST_CASE("what any text means survives JSON") {
  const std::uint32_t start = seed();
  Random random(start);
  int queries = 0;
  for (int i = 0; i < 50000; ++i) {
    const std::string text = soup(random);
    if (text.find('\xFF') != std::string::npos) continue;  // no JSON can hold that
    CAPTURE(start);
    CAPTURE(text);
    try {
      const QueryNode query = parse_query(text);
      CAPTURE(print_query(query));
      REQUIRE(imr::read_tree(imr::tree_json(query), "/query") == query);
      ++queries;
    } catch (const QueryError& error) {
      REQUIRE(error.code() == "query_syntax");
    }
  }
  CHECK(queries > 5000);
}

TEST_CASE("any text is a query that survives printing, or a mistake with its place") {
  const std::uint32_t start = seed();
  Random random(start);
  int queries = 0;
  for (int i = 0; i < 100000; ++i) {
    const std::string text = soup(random);
    CAPTURE(start);
    CAPTURE(text);
    try {
      const QueryNode query = parse_query(text);
      CAPTURE(print_query(query));
      REQUIRE(parse_query(print_query(query)) == query);
      ++queries;
    } catch (const QueryError& error) {
      REQUIRE(error.offset() < text.size());
      REQUIRE_FALSE(error.hint().empty());
    }
  }
  CHECK(queries > 10000);
}

// Brackets are minimal if the query changes, or is none, once any pair of them is gone.
TEST_CASE("no pair of printed brackets can be left out") {
  const std::uint32_t start = seed();
  Random random(start);
  for (int i = 0; i < 5000; ++i) {
    const QueryNode query = tree(random, static_cast<unsigned>(below(random, 4)), false);
    const std::string printed = print_query(query);
    if (printed.find("\"(\"") != std::string::npos) continue;  // a bracket that is text
    std::vector<std::size_t> open;
    for (std::size_t at = 0; at < printed.size(); ++at) {
      if (printed[at] == '(') open.push_back(at);
      if (printed[at] != ')') continue;
      std::string without = printed;
      without[at] = ' ';
      without.erase(open.back(), 1);
      open.pop_back();
      CAPTURE(start);
      CAPTURE(without);
      REQUIRE_FALSE(parses_to(without, query));
    }
  }
}

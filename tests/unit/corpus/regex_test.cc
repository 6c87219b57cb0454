// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/regex.h"

#include <doctest/doctest.h>

using namespace imr;

TEST_CASE("a whole text, a part of it and its beginning are told apart") {
  const Regex word("[a-z]+");
  CHECK(full_match("knee", word));
  CHECK_FALSE(full_match("knee 2", word));
  CHECK(partial_match("2 knee", word));
  std::string_view rest = "2 knee";
  CHECK_FALSE(consume(rest, word));
  CHECK(rest == "2 knee");
  CHECK(find_and_consume(rest, word));
  CHECK(rest.empty());
}

TEST_CASE("groups are given as text or as numbers that fit") {
  const Regex date(R"((\d+)/(\d+)(?:/(\d+))?)");
  unsigned month = 0;
  int day = 0;
  std::string_view year = "?";
  CHECK(partial_match("on 09/26", date, &month, &day, &year));
  CHECK(month == 9);
  CHECK(day == 26);
  CHECK(year.empty());
  CHECK_FALSE(partial_match("99999999999/1", date, &month));
  int missing = 0;
  CHECK_FALSE(full_match("9/26", date, &month, &day, &missing));
}

TEST_CASE("groups and what comes first lie in the text") {
  const std::string_view text = "L4-L5 and L5-S1";
  const Regex level(R"(\b([CTL]\d)-([CTLS]\d))");
  std::string_view groups[3];
  REQUIRE(level.search(text, 1, groups));
  CHECK(groups[0].data() == text.data() + 10);
  CHECK(groups[2] == "S1");
  std::string_view rest = text;
  std::string from, to;
  CHECK(consume(rest, level, &from, &to));
  CHECK(from + to == "L4L5");
  CHECK(rest == " and L5-S1");
}

TEST_CASE("matches are replaced by plain text, once or everywhere") {
  std::string text = "a - b - c";
  CHECK(replace_first(text, Regex(" - "), "\\0"));
  CHECK(text == "a\\0b - c");
  std::string all = "a - b - c - ";
  CHECK(replace_all(all, Regex(" - "), "+"));
  CHECK(all == "a+b+c+");
  CHECK_FALSE(replace_all(all, Regex("x"), "y"));
  CHECK(all == "a+b+c+");
  std::string empty_matches = "ab";
  CHECK(replace_all(empty_matches, Regex("x*"), "."));
  CHECK(empty_matches == ".a.b.");
}

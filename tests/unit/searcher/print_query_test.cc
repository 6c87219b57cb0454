// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>

#include <doctest/doctest.h>

#include "searcher/query_tree.h"

using imr::parse_query;
using imr::plain_query;
using imr::print_query;

TEST_CASE("a query is printed with the brackets it needs and no others") {
  const struct {
    std::string_view text;
    std::string_view printed;
  } cases[] = {
      {"", ""},
      {"  a   b ", "a b"},
      {"((a) b)", "a b"},
      {"a (b c)", "a (b c)"},
      {"(a AND b) OR (c d)", "a AND b OR c d"},
      {"(a OR b) AND c", "(a OR b) AND c"},
      {"(a b) AND c", "(a b) AND c"},
      {"(a OR b) OR c", "(a OR b) OR c"},
      {"-a -(b c)", "NOT a NOT (b c)"},
      {"a AND -b", "a AND NOT b"},
      {"NOT (a w/5 b)", "NOT a w/5 b"},
      {"(a w/5 b) PRE/3 c", "a w/5 b pre/3 c"},
      {"a w/5 (b pre/3 c)", "a w/5 (b pre/3 c)"},
      {"(a OR b) /S (c) /p \"d e\"", "(a OR b) /s c /p \"d e\""},
      {"\u201Cred flag\u201D =mri neuro*", "\"red flag\" =mri neuro*"},
      {"drug:(norco) drug:(a OR b) drug:\"x y\"", "drug:norco drug:(a OR b) drug:\"x y\""},
      {"treatment:(NOT a)", "treatment:(NOT a)"},
      {"age:40..59 age:>=40 age:<=59", "age:40..59 age:40.. age:..59"},
      {"age:>40 age:<59", "age:>40 age:<59"},
      {"state:OR why?", "state:OR why"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(print_query(parse_query(c.text)) == c.printed);
    CHECK(parse_query(c.printed) == parse_query(c.text));
  }
}

TEST_CASE("words that would read as something else are printed in quotes") {
  CHECK(print_query(plain_query("pain OR (numb")) == "pain \"OR\" \"(numb\"");
  CHECK(print_query(plain_query("drug: -x a\"b y?")) == "\"drug:\" \"-x\" \"a b\" \"y?\"");
  CHECK(print_query(plain_query("L4-5 10/325")) == "L4-5 10/325");
}

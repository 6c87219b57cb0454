// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tests/unit/analyzers/terms.h"

using namespace imr;

namespace {

struct Case {
  std::string_view text;
  std::string_view term;
};

template <std::size_t Size>
void check_class(const Case (&cases)[Size], TokenClass token_class) {
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto token = token_of(folded_words(), c.text);
    CHECK(token.term == c.term);
    CHECK(token.token_class == token_class);
  }
}

}  // namespace

TEST_CASE("doses are one token, however their strengths are joined") {
  const Case cases[] = {
      {"10/325mg", "10/325mg"},
      {"10-325 mg", "10/325mg"},
      {"10/325 mg", "10/325mg"},
      {"10mg/325mg", "10/325mg"},
      {"10 mg-325 mg", "10/325mg"},
      {"10/\n325mg", "10/325mg"},
      {"7.5-325mg", "7.5/325mg"},
      {"300-30 mg", "300/30mg"},
      {"8-2 mg", "8/2mg"},
      {"320.5/30/16mg", "320.5/30/16mg"},
      {"320.5-30-16mg", "320.5/30/16mg"},
      {"10/325", "10/325"},
      {"10-325", "10/325"},
      {"37.5/325", "37.5/325"},
      {"500 mg", "500mg"},
      {"500\nmg", "500mg"},
      {"1,000 mg", "1000mg"},
      {"10-mg", "10mg"},
      {".5mg", "0.5mg"},
      {"60 grams", "60g"},
      {"50 mcg/hr", "50mcg/hr"},
      {"50 \u00B5g", "50mcg"},
      {"10mg/1ml", "10mg/1ml"},
      {"0.5%", "0.5%"},
      {"1percent", "1%"},
  };
  check_class(cases, TokenClass::dose);
}

TEST_CASE("ranges and series of doses are cut") {
  const struct {
    std::string_view text;
    std::vector<std::string> terms;
  } cases[] = {
      {"Norco 10-325mg", {"norco", "10/325mg"}},
      {"5-10 mg", {"5", "10mg"}},
      {"10-15%", {"10", "15%"}},
      {"4%-27.5%-0.0325%", {"4%", "27.5%", "0.0325%"}},
      {"20%/10%/4%", {"20%", "10%", "4%"}},
      {"10 gabapentin", {"10", "gabapentin"}},
      {"90-120 degrees", {"90", "120", "degrees"}},
      {"177-182", {"177", "182"}},
      {"100-200", {"100", "200"}},
      {"10/325mg#60", {"10/325mg", "#60"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(terms_of(folded_words(), c.text) == c.terms);
  }
}

TEST_CASE("dates stay whole") {
  const Case cases[] = {
      {"11/05/2012", "11/05/2012"},   {"11-3-16", "11/3/16"},       {"10-6-16", "10/6/16"},
      {"11-23-\n2016", "11/23/2016"}, {"2016-12-09", "2016/12/09"}, {"12/2016", "12/2016"},
      {"05-2017", "05/2017"},         {"10/15", "10/15"},           {"(3-21-13);", "3/21/13"},
  };
  check_class(cases, TokenClass::date);
}

TEST_CASE("scores stay whole") {
  const Case cases[] = {{"8/10", "8/10"}, {"7.5/10", "7.5/10"}, {"4/5", "4/5"},
                        {"4+/5", "4+/5"}, {"4-/5", "4-/5"},     {"60/100", "60/100"}};
  check_class(cases, TokenClass::score);
}

TEST_CASE("codes stay whole") {
  const Case cases[] = {{"M54.5", "m54.5"}, {"G56.01.", "g56.01"},     {"S83.2xx", "s83.2xx"},
                        {"729.1", "729.1"}, {"97110", "97110"},        {"E0730", "e0730"},
                        {"0232T", "0232t"}, {"9792.23.1", "9792.23.1"}};
  check_class(cases, TokenClass::code);
}

TEST_CASE("numbers have one form") {
  const Case cases[] = {{"1,200", "1200"},    {"1,234,567.50", "1234567.50"},
                        {"120/80", "120/80"}, {"1/2", "1/2"},
                        {"2x6", "2x6"},       {"2\u00D76", "2x6"},
                        {".5", "0.5"},        {"3rd", "3rd"}};
  check_class(cases, TokenClass::number);
}

TEST_CASE("quantities keep their mark") {
  const Case cases[] = {{"#60", "#60"}, {"# 60", "#60"}, {"(#1,200)", "#1200"}};
  check_class(cases, TokenClass::quantity);
  CHECK(terms_of(folded_words(), "#60grams") == std::vector<std::string>{"#60", "grams"});
}

TEST_CASE("numbers that belong to nothing are cut at what joins them") {
  const struct {
    std::string_view text;
    std::vector<std::string> terms;
  } cases[] = {
      {"2-5", {"2", "5"}},
      {"7-8/10", {"7", "8/10"}},
      {"8/10-9/10", {"8/10", "9/10"}},
      {"5-6 out of 10", {"5", "6", "out", "of", "10"}},
      {"4610.6(h)", {"4610.6", "h"}},
      {"No.5", {"no", "5"}},
      {"weeks.12", {"weeks", "12"}},
      {"555-123-4567", {"555", "123", "4567"}},
      {"1,2,3", {"1", "2", "3"}},
      {"11/3/16-12/4/16", {"11/3/16", "12/4/16"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(terms_of(folded_words(), c.text) == c.terms);
  }
}

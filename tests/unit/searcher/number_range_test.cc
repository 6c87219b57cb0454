// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/number_range.h"

#include <chrono>
#include <string>

#include <doctest/doctest.h>

#include "searcher/query_error.h"

using namespace imr;
using namespace std::chrono_literals;

namespace {

const Field& age() { return *find_field("age"); }
const Field& decided() { return *find_field("decided"); }

std::int32_t day(std::chrono::year_month_day date) {
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

}  // namespace

TEST_CASE("a range of numbers holds its bounds, unless they are excluded") {
  const struct {
    std::string text;
    std::int32_t low;
    std::int32_t high;
  } cases[] = {
      {"40..59", 40, 59},         {"40..", 40, INT32_MAX}, {"..59", INT32_MIN + 1, 59},
      {">=40", 40, INT32_MAX},    {">40", 41, INT32_MAX},  {"<=59", INT32_MIN + 1, 59},
      {"<59", INT32_MIN + 1, 58}, {"45", 45, 45},          {"45..45", 45, 45},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const NumberRange range = number_range(age(), c.text);
    CHECK(range.low == c.low);
    CHECK(range.high == c.high);
  }
}

TEST_CASE("pages may be written as letters write them") {
  const struct {
    std::string text;
    std::int32_t low;
    std::int32_t high;
  } cases[] = {{"177", 177, 177},       {"177-179", 177, 179},     {"177-9", 177, 179},
               {"60..", 60, INT32_MAX}, {">=300", 300, INT32_MAX}, {"177..179", 177, 179}};
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const NumberRange range = number_range(*find_field("page"), c.text);
    CHECK(range.low == c.low);
    CHECK(range.high == c.high);
  }
  CHECK_THROWS_AS(number_range(age(), "40-59"), QueryError);
}

TEST_CASE("a year or month as a bound means the whole of it") {
  const struct {
    std::string text;
    std::int32_t low;
    std::int32_t high;
  } cases[] = {
      {"2016", day(2016y / 1 / 1), day(2016y / 12 / 31)},
      {"2016-02", day(2016y / 2 / 1), day(2016y / 2 / 29)},
      {"2016-12-09", day(2016y / 12 / 9), day(2016y / 12 / 9)},
      {"2015..2016-06", day(2015y / 1 / 1), day(2016y / 6 / 30)},
      {">2015", day(2016y / 1 / 1), INT32_MAX},
      {"<2016-06", INT32_MIN + 1, day(2016y / 5 / 31)},
      {"..2015", INT32_MIN + 1, day(2015y / 12 / 31)},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const NumberRange range = number_range(decided(), c.text);
    CHECK(range.low == c.low);
    CHECK(range.high == c.high);
  }
}

TEST_CASE("what is absent in a column is in no range") {
  CHECK_FALSE(number_range(age(), "..59").holds(INT32_MIN));
  CHECK(number_range(age(), "..59").holds(0));
  CHECK_FALSE(number_range(age(), "40..59").holds(60));
}

TEST_CASE("what is no number or date is refused with a hint") {
  const struct {
    const Field& field;
    std::string text;
  } cases[] = {
      {age(), "young"},          {age(), "59..40"},         {age(), ""},
      {age(), "4o..59"},         {age(), "99999999999"},    {age(), "2016-12"},
      {decided(), "2016-13"},    {decided(), "2015-02-29"}, {decided(), "16-02-01"},
      {decided(), "2016-2-3-4"}, {decided(), "May"},        {decided(), "2016..2015"},
      {age(), "\"40\""},         {age(), "40 50"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    try {
      number_range(c.field, c.text);
      FAIL_CHECK("no error");
    } catch (const QueryError& error) {
      CHECK(error.code() == "bad_range");
      CHECK(error.offset() == QueryError::kNoOffset);
      CHECK_FALSE(error.hint().empty());
    }
  }
}

TEST_CASE("the place of a bad range in a query is told") {
  try {
    number_range(age(), parse_query("mri age:young").children[1].children[0]);
    FAIL_CHECK("no error");
  } catch (const QueryError& error) {
    CHECK(error.offset() == 8);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/number_range.h"

#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/page_ranges.h"
#include "searcher/query_error.h"

namespace imr {

namespace {

using namespace std::chrono;

struct Place {
  std::size_t begin;
  const Field& field;
};

[[noreturn]] void refuse(const Place& place, const std::string& text) {
  const bool date = place.field.kind == FieldKind::date;
  throw QueryError("bad_range",
                   "\"" + text + "\" is no " + (date ? "date" : "number") + " for \"" +
                       std::string(place.field.name) + "\"",
                   place.begin,
                   date ? "write 2016, 2016-12 or 2016-12-09, and ranges as 2015..2016-06"
                        : "write a number, and ranges as 40..59, >=40 or ..59");
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::int32_t days(year_month_day date) {
  return static_cast<std::int32_t>(sys_days(date).time_since_epoch().count());
}

// First and last day of "2016", "2016-12" or "2016-12-09".
std::optional<NumberRange> day_range(std::string_view text) {
  const std::size_t first_dash = text.find('-');
  const std::size_t second_dash =
      first_dash == std::string_view::npos ? first_dash : text.find('-', first_dash + 1);
  const auto y = whole_number(text.substr(0, first_dash));
  if (!y || *y < 1000 || *y > 9999) return std::nullopt;
  if (first_dash == std::string_view::npos)
    return NumberRange{days(year(*y) / 1 / 1), days(year(*y) / 12 / 31)};
  const std::size_t month_length =
      second_dash == std::string_view::npos ? std::string_view::npos : second_dash - first_dash - 1;
  const auto m = whole_number(text.substr(first_dash + 1, month_length));
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const year_month ym = year(*y) / *m;
  if (second_dash == std::string_view::npos)
    return NumberRange{days(ym / 1), days(year_month_day(ym / last))};
  const auto d = whole_number(text.substr(second_dash + 1));
  if (!d || *d < 1 || !(ym / *d).ok()) return std::nullopt;
  return NumberRange{days(ym / *d), days(ym / *d)};
}

// Pages may be written as letters write them: "177-9".
std::optional<NumberRange> page_range(const Field& field, std::string_view text) {
  if (field.kind != FieldKind::page) return std::nullopt;
  const std::vector<TextWord> words = text_words(text);
  std::size_t end = 0;
  const std::vector<PageRange> pages = read_pages(words, end);
  if (pages.size() != 1 || end + 1 != words.size()) return std::nullopt;
  return NumberRange{pages[0].first, pages[0].last};
}

NumberRange one_value(const Place& place, const std::string& text) {
  if (place.field.kind == FieldKind::date) {
    if (const auto range = day_range(text)) return *range;
  } else if (const auto pages = page_range(place.field, text)) {
    return *pages;
  } else if (const auto number = whole_number(text)) {
    return {*number, *number};
  }
  refuse(place, text);
}

NumberRange between(const Place& place, const QueryNode& node) {
  // In 64 bits, where the bounds' neighbours are numbers too.
  std::int64_t first = NumberRange().low;
  std::int64_t last = NumberRange().high;
  if (!node.low.empty()) {
    const NumberRange low = one_value(place, node.low);
    first = node.low_excluded ? std::int64_t{low.high} + 1 : low.low;
  }
  if (!node.high.empty()) {
    const NumberRange high = one_value(place, node.high);
    last = node.high_excluded ? std::int64_t{high.low} - 1 : high.high;
  }
  const bool empty = first > last || first > NumberRange().high || last < NumberRange().low;
  const NumberRange range{static_cast<std::int32_t>(first), static_cast<std::int32_t>(last)};
  if (empty) {
    throw QueryError("bad_range", "the range " + node.low + ".." + node.high + " is empty", place.begin,
                     "the lower end comes first");
  }
  return range;
}

}  // namespace

NumberRange number_range(const Field& field, const QueryNode& node) {
  const Place place{node.begin, field};
  return node.kind == QueryKind::range ? between(place, node) : one_value(place, node.text);
}

NumberRange number_range(const Field& field, const std::string& text) {
  QueryNode tree;
  try {
    tree = parse_query(std::string(field.name) + ":" + text);
  } catch (const QueryError&) {
    refuse({QueryError::kNoOffset, field}, text);
  }
  if (tree.kind != QueryKind::field || tree.children.size() != 1)
    refuse({QueryError::kNoOffset, field}, text);
  QueryNode value = tree.children[0];
  if (value.kind != QueryKind::range && value.kind != QueryKind::word)
    refuse({QueryError::kNoOffset, field}, text);
  value.begin = QueryError::kNoOffset;
  return number_range(field, value);
}

}  // namespace imr

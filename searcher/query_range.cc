// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_range.h"

#include <string>

#include "searcher/query_characters.h"
#include "searcher/query_error.h"

namespace imr {
namespace {

[[noreturn]] void fail(const QueryToken& token, const std::string& message) {
  throw QueryError("query_syntax", message, token.begin, "write 40..59, 40.., ..59, >12, >=12, <5 or <=5");
}

[[noreturn]] void fail_not_a_range(const QueryToken& token) {
  fail(token, "\"" + std::string(token.text) + "\" is not a range");
}

// Whether a bound holds what belongs to no number, date or page, and would read as something else
// when the range is printed.
void check_bound(const QueryToken& token, std::string_view bound) {
  if (bound.empty()) return;
  bool strange = !has_letter_or_digit(bound.substr(0, character_length(bound, 0))) || bound.back() == '.';
  for (const std::string_view sign : {"..", "<", ">", "=", "\u2264", "\u2265", "*", "?", ":"}) {
    strange = strange || bound.find(sign) != std::string_view::npos;
  }
  if (strange) fail_not_a_range(token);
}

QueryNode range_of(const QueryToken& token, std::string_view low, std::string_view high) {
  check_bound(token, low);
  check_bound(token, high);
  return {.kind = QueryKind::range,
          .low = std::string(low),
          .high = std::string(high),
          .begin = token.begin,
          .end = token.end};
}

QueryNode comparison(const QueryToken& token, std::string_view sign) {
  const std::string_view bound = token.text.substr(sign.size());
  if (bound.empty()) fail(token, "nothing after " + std::string(sign));
  const bool greater = sign == ">" || sign == ">=" || sign == "\u2265";
  QueryNode range = range_of(token, greater ? bound : "", greater ? "" : bound);
  range.low_excluded = sign == ">";
  range.high_excluded = sign == "<";
  return range;
}

}  // namespace

std::optional<QueryNode> read_range(const QueryToken& token) {
  using enum QueryTokenKind;
  const std::string_view text = token.text;
  if (token.kind == exact && (text.starts_with('>') || text.starts_with('<'))) fail_not_a_range(token);
  if (token.kind != word && token.kind != wildcard) return std::nullopt;
  for (const std::string_view sign : {">=", "<=", "\u2265", "\u2264", ">", "<"}) {
    if (text.starts_with(sign)) return comparison(token, sign);
  }
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos || text.ends_with("...")) return std::nullopt;  // "and so on ..."
  if (text == "..") fail(token, "a range needs at least one bound");
  return range_of(token, text.substr(0, dots), text.substr(dots + 2));
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/search_request.h"

#include <charconv>
#include <cmath>

#include "schema/schema.h"
#include "searcher/query_error.h"

namespace imr {

namespace {

constexpr std::size_t kDefaultFacetValues = 10;

[[noreturn]] void refuse(const std::string& message, const std::string& hint = {}) {
  throw QueryError("bad_request", message, QueryError::kNoOffset, hint);
}

}  // namespace

Where parse_where(std::string_view text) {
  const std::size_t at = text.find('=');
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) {
    refuse("\"" + std::string(text) + "\" is no condition", "write FIELD=VALUE, such as decision=overturned");
  }
  return {std::string(text.substr(0, at)), std::string(text.substr(at + 1))};
}

void check_is_facet(std::string_view name) {
  const Field* field = find_field(name);
  if (!field) {
    const std::string near = nearest_field(name);
    refuse(
        "unknown facet \"" + std::string(name) + "\"",
        near.empty() ? "imr-search fields says which fields are facets" : "did you mean \"" + near + "\"?");
  }
  if (!is_facet(*field)) {
    refuse("\"" + std::string(name) + "\" is no facet", "imr-search fields says which fields are facets");
  }
}

FacetRequest parse_facet(std::string_view text) {
  const std::size_t at = text.find(':');
  FacetRequest request{std::string(text.substr(0, at)), kDefaultFacetValues};
  check_is_facet(request.name);
  if (at == std::string_view::npos) return request;
  const std::string_view count = text.substr(at + 1);
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), request.values);
  if (error != std::errc() || end != count.data() + count.size()) {
    refuse("\"" + std::string(count) + "\" is no number of facet values",
           "write NAME:N, such as specialty:20");
  }
  return request;
}

void parse_sort(std::string_view text, SearchRequest& request) {
  request.descending = text.starts_with('-');
  const std::string_view key = text.substr(request.descending ? 1 : 0);
  if (key == "score") {
    request.sort = SortKey::score;
  } else if (key == "decision_date") {
    request.sort = SortKey::decision_date;
  } else if (key == "case_number") {
    request.sort = SortKey::case_number;
  } else {
    refuse("cannot sort by \"" + std::string(key) + "\"",
           "score, decision_date or case_number; - in front descends");
  }
}

Match parse_match(std::string_view text) {
  if (text == "all") return Match::all;
  if (text == "any") return Match::any;
  refuse("\"" + std::string(text) + "\" is no way to match", "all or any");
}

double parse_timeout(std::string_view text) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool number = error == std::errc() && end == text.data() + text.size() && std::isfinite(seconds);
  if (!number || seconds < 0) {
    refuse("\"" + std::string(text) + "\" is no number of seconds",
           "write SECONDS, such as 2 or 0.5; 0: no limit");
  }
  return seconds;
}

}  // namespace imr

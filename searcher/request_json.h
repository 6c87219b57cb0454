// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query_error.h"
#include "searcher/search_request.h"

namespace imr {

// A line of `imr-search batch`.
struct BatchRequest {
  std::optional<std::string> id = {};
  std::string type = "results";  // results, facets, show or explain
  SearchRequest search = {};     // of results, facets and explain
  std::string case_number = {};  // of show
  std::string issue_id = {};     // of explain
  bool query_is_tree = false;    // "query" was an object; search.query says the same as text
  std::vector<std::string> warnings = {};
};

// Reads a request. Throws QueryError("bad_request") naming the key at fault; an unknown key is
// ignored with a warning.
// A query may be a text or a tree (searcher/tree_json.h).
// What the request leaves out has the defaults of SearchRequest.
BatchRequest read_request(std::string_view json);

// The id of a request that may be bad in other ways, so that its error can be told apart.
std::optional<std::string> request_id(std::string_view json);

// Where in the request lies what is wrong with a query that was a tree: a JSON pointer.
std::string pointer_of(const BatchRequest& request, const QueryError& error);

}  // namespace imr

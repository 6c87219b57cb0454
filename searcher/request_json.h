// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search_request.h"

namespace imr {

// A line of `imr-search batch`.
struct BatchRequest {
  std::optional<std::string> id = {};
  std::string type = "results";  // results, facets, show or explain
  SearchRequest search = {};     // of results, facets and explain
  std::string case_number = {};  // of show
  std::string issue_id = {};     // of explain
  std::vector<std::string> warnings = {};
};

// Reads a request. Throws QueryError("bad_request") naming the key at fault; an unknown key is
// ignored with a warning.
// What the request leaves out has the defaults of SearchRequest.
BatchRequest read_request(std::string_view json);

// The id of a request that may be bad in other ways, so that its error can be told apart.
std::optional<std::string> request_id(std::string_view json);

}  // namespace imr

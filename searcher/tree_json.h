// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "searcher/query_tree.h"

namespace imr {

// The tree of a query as JSON, and back: {"kind": "near", "distance": 5, "ordered": false, "children":
// [...]}. docs/query-language.md has every kind. A tree that parse_query() made comes back equal, if it is
// UTF-8.
nlohmann::ordered_json tree_json(const QueryNode& tree);

// Only what could be typed is a tree: print_query() gives a text that parses to it. Throws
// QueryError("bad_request") for anything else, with the JSON pointer of the place, which begins with
// `pointer`.
QueryNode read_tree(const nlohmann::json& json, const std::string& pointer);

// Where in the JSON of a tree a node stands: the innermost one that holds this byte of the text that the tree
// was parsed from.
std::string tree_pointer(const QueryNode& tree, std::size_t offset, const std::string& pointer);

}  // namespace imr

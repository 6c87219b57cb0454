// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/request_json.h"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "corpus/json_depth.h"
#include "searcher/query_error.h"
#include "searcher/query_tree.h"
#include "searcher/tree_json.h"

namespace imr {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostHits = 10'000;
constexpr std::size_t kMostRequestDepth = 1000;  // what parse_query can read as text, as a tree
constexpr const char* kQueryPointer = "/query";

[[noreturn]] void refuse(const std::string& message, const std::string& hint = {}) {
  throw QueryError("bad_request", message, QueryError::kNoOffset, hint);
}

Json parsed(std::string_view json) {
  return json_depth(json) > kMostRequestDepth ? Json() : Json::parse(json, nullptr, false);
}

// A misspelt key would silently be a condition less.
void warn_of_unknown_keys(const Json& request, std::vector<std::string>& warnings) {
  constexpr std::string_view kKeys[] = {"id",     "type",    "query",  "where",    "facets",        "limit",
                                        "offset", "match",   "plain",  "expand",   "passages",      "sort",
                                        "group",  "timeout", "cursor", "issue_id", "format_version"};
  for (const auto& [key, value] : request.items()) {
    if (std::ranges::find(kKeys, key) == std::end(kKeys))
      warnings.push_back("the request's key \"" + key + "\" is not known and is ignored");
  }
}

// Calls `use` with the value of a key of the right type, if the key is there and not null.
template <class Use>
void with(const Json& request, const char* key, bool (Json::*is_right)() const noexcept, const char* what,
          Use use) {
  const auto found = request.find(key);
  if (found == request.end() || found->is_null()) return;
  if (!((*found).*is_right)()) refuse("\"" + std::string(key) + "\" must be " + what);
  use(*found);
}

std::size_t count_of(const Json& value, const char* key, std::size_t most) {
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most) {
    refuse("\"" + std::string(key) + "\" must be a whole number from 0 to " + std::to_string(most));
  }
  return value.get<std::size_t>();
}

std::string string_of(const Json& value, const std::string& key) {
  if (!value.is_string()) refuse("\"" + key + "\" must hold strings");
  return value.get<std::string>();
}

void read_where(const Json& where, SearchRequest& search) {
  for (const auto& [field, values] : where.items()) {
    if (!values.is_array()) {
      search.where.push_back({field, string_of(values, "where")});
      continue;
    }
    for (const Json& value : values) search.where.push_back({field, string_of(value, "where")});
  }
}

void read_group(const std::string& group, SearchRequest& search) {
  if (group != "issue" && group != "letter") refuse("\"group\" must be \"issue\" or \"letter\"");
  search.group_by_letter = group == "letter";
}

bool has_tree(const Json& request) { return request.contains("query") && request["query"].is_object(); }

std::string read_query(const Json& request, bool plain) {
  if (has_tree(request) && plain) refuse("\"plain\" goes with a query that is a string");
  if (has_tree(request)) return print_query(read_tree(request["query"], kQueryPointer));
  std::string query;
  with(request, "query", &Json::is_string, "a string or an object",
       [&](const Json& v) { query = v.get<std::string>(); });
  return query;
}

SearchRequest read_search(const Json& request) {
  SearchRequest search;
  constexpr auto kString = &Json::is_string;
  with(request, "plain", &Json::is_boolean, "true or false",
       [&](const Json& v) { search.plain = v.get<bool>(); });
  search.query = read_query(request, search.plain);
  with(request, "expand", &Json::is_boolean, "true or false",
       [&](const Json& v) { search.expand = v.get<bool>(); });
  with(request, "match", kString, "a string",
       [&](const Json& v) { search.match = parse_match(v.get<std::string>()); });
  with(request, "where", &Json::is_object, "an object", [&](const Json& v) { read_where(v, search); });
  with(request, "facets", &Json::is_array, "a list", [&](const Json& v) {
    for (const Json& facet : v) search.facets.push_back(parse_facet(string_of(facet, "facets")));
  });
  with(request, "limit", &Json::is_number, "a number",
       [&](const Json& v) { search.limit = count_of(v, "limit", kMostHits); });
  with(request, "offset", &Json::is_number, "a number",
       [&](const Json& v) { search.offset = count_of(v, "offset", UINT32_MAX); });
  with(request, "cursor", kString, "a string", [&](const Json& v) { search.cursor = v.get<std::string>(); });
  with(request, "passages", &Json::is_number, "a number",
       [&](const Json& v) { search.passages = count_of(v, "passages", 100); });
  with(request, "timeout", &Json::is_number, "a number", [&](const Json& v) {
    search.timeout = v.get<double>();
    if (!(search.timeout >= 0)) refuse("\"timeout\" must be a number of seconds, 0 or more");
  });
  with(request, "sort", kString, "a string",
       [&](const Json& v) { parse_sort(v.get<std::string>(), search); });
  with(request, "group", kString, "a string",
       [&](const Json& v) { read_group(v.get<std::string>(), search); });
  return search;
}

}  // namespace

BatchRequest read_request(std::string_view json) {
  const Json request = parsed(json);
  if (!request.is_object()) refuse("the request is no JSON object", "one object a line");
  BatchRequest batch;
  batch.id = request_id(json);
  with(request, "type", &Json::is_string, "a string",
       [&](const Json& v) { batch.type = v.get<std::string>(); });
  if (batch.type == "show") {
    with(request, "case", &Json::is_string, "a string",
         [&](const Json& v) { batch.case_number = v.get<std::string>(); });
    if (batch.case_number.empty()) refuse("\"case\" is missing", "name the letter to show");
  } else if (batch.type == "results" || batch.type == "facets" || batch.type == "explain") {
    batch.search = read_search(request);
    batch.query_is_tree = has_tree(request);
    warn_of_unknown_keys(request, batch.warnings);
    if (batch.type != "explain" && request.contains("issue_id"))
      batch.warnings.push_back("the request's key \"issue_id\" belongs to explain and is ignored");
  } else {
    refuse("unknown type \"" + batch.type + "\"", "results, facets, show or explain");
  }
  if (batch.type == "explain") {
    with(request, "issue_id", &Json::is_string, "a string",
         [&](const Json& v) { batch.issue_id = v.get<std::string>(); });
    if (batch.issue_id.empty()) refuse("\"issue_id\" is missing", "name the issue to explain, CASE#ISSUE");
  }
  if (batch.type == "facets") {
    batch.search.limit = 0;
    if (batch.search.cursor) refuse("\"facets\" has no pages and takes no \"cursor\"");
  }
  return batch;
}

std::string pointer_of(const BatchRequest& request, const QueryError& error) {
  if (!request.query_is_tree || error.offset() == QueryError::kNoOffset) return error.pointer();
  return tree_pointer(parse_query(request.search.query), error.offset(), kQueryPointer);
}

std::optional<std::string> request_id(std::string_view json) {
  const Json request = parsed(json);
  if (!request.is_object()) return std::nullopt;
  const auto id = request.find("id");
  if (id == request.end() || id->is_null()) return std::nullopt;
  return id->is_string() ? id->get<std::string>() : id->dump();
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "searcher/json_printer.h"
#include "searcher/query_error.h"
#include "searcher/searcher.h"
#include "searcher/tree_json.h"
#include "tests/fuzz/require.h"
#include "tests/unit/searcher/made_up_index.h"

namespace {

using namespace imr;

const Searcher& searcher() {
  static const MadeUpIndex index;
  static const Searcher one(index.path());
  return one;
}

void check_passage(const Passage& passage) {
  std::size_t at = 0;
  for (const auto& [begin, end] : passage.highlights) {
    require(at <= begin && begin < end && end <= passage.text.size(), "highlights lie in their passage");
    at = end;
  }
}

void check_response(const Response& response) {
  require(response.hits.size() <= response.total_issues, "hits are among the issues found");
  require(response.total_letters <= response.total_issues, "an issue has one letter");
  require(!response.interpreted.empty(), "what was understood is said");
  for (const Hit& hit : response.hits) {
    for (const Passage& passage : hit.passages) check_passage(passage);
  }
  require(nlohmann::json::accept(json_line(response_json(response))), "a response is JSON");
}

// A query is answered, or is a mistake with its place.
void check_query(const SearchRequest& request) {
  try {
    check_response(searcher().search(request));
  } catch (const QueryError& error) {
    require(!request.plain, "plain words are no mistake");
    require(error.offset() < request.query.size() && !error.hint().empty(),
            "a mistake has a place and a hint");
  }
}

// A tree that went through JSON asks the same; JSON can only hold UTF-8.
void check_tree(const std::string& text) {
  try {
    const QueryNode tree = parse_query(text);
    const auto json = nlohmann::json::parse(tree_json(tree).dump());
    require(read_tree(json, "/query") == tree, "a tree survives JSON");
  } catch (const QueryError& error) {
    require(error.code() == "query_syntax", "what is parsed is a tree");
  } catch (const nlohmann::json::type_error&) {
    return;  // not UTF-8
  }
}

}  // namespace

// Any bytes are searched for in a small index: the first says how, the rest is the query.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const unsigned how = data[0];
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  SearchRequest request{.query = text, .match = how & 1 ? Match::any : Match::all, .expand = (how & 2) == 0};
  request.group_by_letter = (how & 4) != 0;
  if (how & 8) request.facets = {{"decision", 3}, {"state", 10}};
  check_query(request);
  request.plain = true;
  check_query(request);
  check_tree(text);
  return 0;
}

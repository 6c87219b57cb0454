// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/query_error.h"
#include "searcher/query_tree.h"
#include "searcher/request_json.h"
#include "tests/fuzz/require.h"

namespace {

void check_request(const imr::BatchRequest& request) {
  imr::require(request.type == "results" || request.type == "facets" || request.type == "show",
               "the type is one of those served");
  imr::require(request.type != "show" || !request.case_number.empty(), "a letter to show is named");
  imr::require(request.type != "facets" || request.search.limit == 0, "facets list no hits");
  imr::require(request.search.limit <= 10'000, "hits are bounded");
  imr::require(request.search.passages <= 100, "passages are bounded");
  if (request.query_is_tree) {
    const imr::QueryNode tree = imr::parse_query(request.search.query);
    imr::require(imr::print_query(tree) == request.search.query, "a tree is the text that says the same");
    const std::string pointer =
        imr::pointer_of(request, imr::QueryError("", "", request.search.query.size() / 2));
    imr::require(pointer.starts_with("/query"), "a place in the text is a place in the tree");
  }
  for (const imr::FacetRequest& facet : request.search.facets) {
    imr::require(!facet.name.empty(), "a facet has a name");
  }
}

}  // namespace

// Any bytes are a request within its bounds, or a mistake that says what; the id is known either way.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  const auto id = imr::request_id(json);
  try {
    const imr::BatchRequest request = imr::read_request(json);
    imr::require(request.id == id, "the request has its id");
    check_request(request);
  } catch (const imr::QueryError& error) {
    imr::require(error.pointer().empty() || error.pointer().starts_with("/query"),
                 "a pointer points into the tree");
    imr::require(error.what()[0] != '\0', "an error has a reason");
  }
  return 0;
}

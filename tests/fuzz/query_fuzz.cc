// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/query_error.h"
#include "searcher/query_tree.h"
#include "tests/fuzz/require.h"

namespace {

bool lies_within(const imr::QueryNode& node, std::size_t begin, std::size_t end) {
  if (node.begin < begin || node.begin > node.end || node.end > end) return false;
  for (const imr::QueryNode& child : node.children) {
    if (!lies_within(child, node.begin, node.end)) return false;
  }
  return true;
}

}  // namespace

// Any bytes are a query that survives printing, or a mistake with a place in the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const imr::QueryNode query = imr::parse_query(text);
    imr::require(lies_within(query, 0, text.size()), "every node lies in the text");
    const std::string printed = imr::print_query(query);
    imr::require(imr::parse_query(printed) == query, "a printed query is the same query");
    imr::require(imr::print_query(imr::parse_query(printed)) == printed, "printing is stable");
  } catch (const imr::QueryError& error) {
    imr::require(error.offset() < text.size() && !error.hint().empty(), "a mistake has a place and a hint");
  }
  const imr::QueryNode plain = imr::plain_query(text);
  imr::require(lies_within(plain, 0, text.size()), "every word lies in the text");
  try {
    imr::parse_query(imr::print_query(plain));
  } catch (const imr::QueryError&) {
    imr::require(false, "a printed plain query is a query");
  }
  return 0;
}

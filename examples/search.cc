// SPDX-License-Identifier: GPL-3.0-or-later
// Asks an index that imr-index built:  search INDEX QUERY
#include <exception>
#include <iostream>

#include "searcher/query_error.h"
#include "searcher/searcher.h"

namespace {

void print_facet(const imr::Facet& facet) {
  std::cout << facet.name << ":\n";
  for (const imr::FacetValue& value : facet.values) {
    std::cout << "  " << value.issues << "  " << value.value << '\n';
  }
}

void print_hit(const imr::Hit& hit) {
  std::cout << hit.rank << ". " << hit.issue_id << "  " << hit.treatment;
  if (hit.decision) std::cout << ": " << imr::name_of(*hit.decision);  // a plain record has no decision
  std::cout << '\n';
  // A passage's highlights are byte ranges into its text; here the whole passage will do.
  for (const imr::Passage& passage : hit.passages) {
    std::cout << "   " << passage.field << ": " << passage.text << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: search INDEX QUERY\n";
    return 2;
  }
  try {
    // Opened once, a searcher answers any number of requests from the same generation of the index.
    const imr::Searcher searcher(argv[1]);

    // Whatever a request does not name keeps its default. The unit of search is the issue: one
    // disputed treatment with its own decision.
    imr::SearchRequest request;
    request.query = argv[2];
    request.limit = 3;
    request.passages = 1;
    request.facets = {{.name = "decision"}, {.name = "specialty", .values = 5}};

    const imr::Response response = searcher.search(request);
    std::cout << response.total_issues << " issues in " << response.total_letters << " letters for "
              << response.interpreted << "\n\n";
    for (const imr::Facet& facet : response.facets) print_facet(facet);
    std::cout << '\n';
    for (const imr::Hit& hit : response.hits) print_hit(hit);
  } catch (const imr::QueryError& error) {  // the query cannot be understood; the hint says what would be
    std::cerr << "search: " << error.what() << "; " << error.hint() << '\n';
    return 2;
  } catch (const std::exception& error) {  // no index there, or not one of this release
    std::cerr << "search: " << error.what() << '\n';
    return 1;
  }
  return 0;
}

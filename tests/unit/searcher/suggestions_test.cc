// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/suggestions.h"

#include <doctest/doctest.h>

#include "searcher/searcher.h"
#include "tests/unit/searcher/made_up_index.h"

using namespace imr;

namespace {

// "kind from -> to: query (issues)".
std::vector<std::string> suggested(const SearchRequest& request) {
  std::vector<std::string> all;
  const Response response = Searcher(made_up_index().path()).search(request);
  for (const Suggestion& s : response.suggestions) {
    all.push_back(s.kind + " " + s.from + " -> " + s.to + ": " + s.query + " (" + std::to_string(s.issues) +
                  ")");
  }
  return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("where nothing is found, a part less is offered with its count") {
  CHECK(suggested({.query = "mri lock* \"red flags\""}) ==
        Strings{"without lock* -> : mri \"red flags\" (1)", "without \"red flags\" -> : mri lock* (1)"});
  CHECK(suggested({.query = "mri", .where = {{"decision", "overturned"}, {"state", "Texas"}}}) ==
        Strings{"without state=Texas -> : mri (1)"});
}

TEST_CASE("a word that the index does not know is offered in another spelling") {
  CHECK(suggested({.query = "shoulderz"}) == Strings{"spelling shoulderz -> shoulder: shoulder (2)"});
  CHECK(suggested({.query = "treatment:shoulderz mri"}).front() ==
        "spelling shoulderz -> shoulder: treatment:shoulder mri (1)");
  CHECK(suggested({.query = "72149"}).empty());
  CHECK(suggested({.query = "\"shoulderz\""}).empty());
}

TEST_CASE("a required word that is a value is offered as one, also where something was found") {
  CHECK(suggested({.query = "mri overturned"}).front() ==
        "facet overturned -> decision:overturned: mri decision:overturned (1)");
}

TEST_CASE("where no single part is to blame, each is counted by itself") {
  CHECK(suggested({.query = "zebra unicorn mri"}) == Strings{"alone zebra -> zebra: zebra (0)",
                                                             "alone unicorn -> unicorn: unicorn (0)",
                                                             "alone mri -> mri: mri (2)"});
}

TEST_CASE("nothing is suggested where nothing is amiss") {
  CHECK(suggested({.query = "mri"}).empty());
  CHECK(suggested({.query = ""}).empty());
  CHECK(suggested({.query = "zebra", .match = Match::any}).empty());
}

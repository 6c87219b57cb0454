// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/feedback.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "indexer/index_writer.h"
#include "searcher/searcher.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

Determination note(int number, const std::string& text) {
  Determination letter;
  letter.case_number = "note-" + std::to_string(1000 + number);
  letter.issues.push_back({.issue_no = 1, .treatment = "", .title = "", .rationale = text});
  return letter;
}

// Six notes on plantar fasciitis, of which four also speak of the heel spur; one that shares a word with
// them, one that shares a word and speaks of spurs, and others about nothing of the kind.
class Notes {
 public:
  // The first `sharing` of the six end with the same sentence.
  explicit Notes(int others, int sharing = 0) {
    IndexWriter writer = IndexWriter::fresh(folder_ / "index");
    const auto ending = [&](int i) {
      return std::string(i < sharing ? ". Wearing loose slippers outdoors is unwise in most such conditions."
                                     : "");
    };
    for (int i = 0; i < 4; ++i) writer.add(note(i, "plantar fasciitis with a heel spur, 2016" + ending(i)));
    writer.add(note(4, "plantar fasciitis and an orthotic" + ending(4)));
    writer.add(note(5, "plantar fasciitis after running and a splint" + ending(5)));
    writer.add(note(6, "plantar nerve"));
    writer.add(note(7, "plantar spurs"));
    for (int i = 0; i < others; ++i) writer.add(note(100 + i, "wrist brace number " + std::to_string(i)));
    writer.commit();
  }
  Response search(const SearchRequest& request) const { return Searcher(folder_ / "index").search(request); }

 private:
  TemporaryFolder folder_;
};

const Notes& many_notes() {
  static const Notes notes(600);
  return notes;
}

SearchRequest best_match(const std::string& query, bool expand = true) {
  SearchRequest request{.query = query, .match = Match::any};
  request.expand = expand;
  return request;
}

std::size_t rank_of(const Response& response, const std::string& case_number) {
  const auto found = std::ranges::find(response.hits, case_number, &Hit::case_number);
  return found == response.hits.end() ? 0 : found->rank;
}

std::vector<std::string> learnt(const Response& response) {
  for (const Expansion& expansion : response.expansions) {
    if (expansion.kind == "feedback") return expansion.to;
  }
  return {};
}

}  // namespace

TEST_CASE("what the first hits share is listed, as it is written, without the query's own words") {
  const Response response = many_notes().search(best_match("plantar fasciitis"));
  CHECK(learnt(response) == std::vector<std::string>{"heel", "spur"});
  const auto feedback = std::ranges::find(response.expansions, "feedback", &Expansion::kind);
  REQUIRE(feedback != response.expansions.end());
  CHECK(feedback->from == "plantar OR fasciitis");
}

TEST_CASE("feedback ranks and finds nothing more") {
  const Response with = many_notes().search(best_match("plantar fasciitis"));
  const Response without = many_notes().search(best_match("plantar fasciitis", false));
  CHECK(learnt(without).empty());
  CHECK(with.total_issues == 8);
  CHECK(without.total_issues == 8);
  CHECK(rank_of(without, "note-1006") < rank_of(without, "note-1007"));
  CHECK(rank_of(with, "note-1007") < rank_of(with, "note-1006"));
}

TEST_CASE("nothing is learnt from a sentence that recurs") {
  const auto few = learnt(Notes(600, 3).search(best_match("plantar fasciitis")));
  CHECK(std::ranges::count(few, "slippers") == 1);
  const auto many = learnt(Notes(600, 6).search(best_match("plantar fasciitis")));
  CHECK(many == std::vector<std::string>{"heel", "spur"});
}

TEST_CASE("conditions beside the query change nothing of what is learnt") {
  SearchRequest request = best_match("plantar fasciitis");
  request.where = {{"case", "note-1007"}};
  const Response response = many_notes().search(request);
  CHECK(response.total_issues == 1);
  CHECK(learnt(response) == std::vector<std::string>{"heel", "spur"});
}

TEST_CASE("nothing is learnt where all words are required, order is not by score, or the index is small") {
  SearchRequest strict = best_match("plantar fasciitis");
  strict.match = Match::all;
  CHECK(learnt(many_notes().search(strict)).empty());
  SearchRequest dated = best_match("plantar fasciitis");
  dated.sort = SortKey::decision_date;
  CHECK(learnt(many_notes().search(dated)).empty());
  SearchRequest counting = best_match("plantar fasciitis");
  counting.limit = 0;
  CHECK(learnt(many_notes().search(counting)).empty());
  CHECK(learnt(many_notes().search(best_match("unheard-of"))).empty());
  CHECK(learnt(Notes(50).search(best_match("plantar fasciitis"))).empty());
}

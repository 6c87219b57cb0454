// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/synonyms.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "indexer/index_writer.h"
#include "searcher/searcher.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

Strings typed_names(std::string_view text) {
  Strings names;
  for (const Synonyms& synonyms : synonyms_in(text)) names.push_back(synonyms.typed);
  return names;
}

// Notes of which one calls a heart attack by its other name.
class Notes {
 public:
  Notes() {
    IndexWriter writer = IndexWriter::fresh(folder_ / "index");
    const char* texts[] = {"after the attack his heart was examined in the usual way",
                           "after a myocardial infarction his heart was examined anew", "a knee"};
    for (const char* text : texts) {
      Determination note;
      note.case_number = "note-" + std::to_string(++count_);
      note.issues.push_back({.issue_no = 1, .treatment = "", .title = "", .rationale = text});
      writer.add(note);
    }
    writer.commit();
  }
  Response search(const SearchRequest& request) const { return Searcher(folder_ / "index").search(request); }

 private:
  TemporaryFolder folder_;
  int count_ = 0;
};

SearchRequest request_for(const std::string& query, Match match = Match::any, bool expand = true) {
  SearchRequest request{.query = query, .match = match};
  request.expand = expand;
  return request;
}

Strings other_names(const Response& response) {
  for (const Expansion& expansion : response.expansions) {
    if (expansion.kind == "synonym") return expansion.to;
  }
  return {};
}

}  // namespace

TEST_CASE("the longest names of a text are found, from left to right") {
  const struct {
    std::string_view text;
    Strings names;
  } cases[] = {
      {"heart attack", {"heart attack"}},
      {"Heart Attacks, and low-back pains?", {"heart attack", "low back pain"}},
      {"nonsteroidal anti-inflammatory agents", {"nonsteroidal anti inflammatory agent"}},
      {"heart and attack", {}},
      {"the of and", {}},
      {"help", {}},
      {"", {}},
      {"Made by from MeSH 2024", {}},
      {"zzgrumble", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(typed_names(c.text) == c.names);
  }
}

TEST_CASE("other names of a thing do not hold the one typed") {
  const std::vector<Synonyms> found = synonyms_in("heart attack");
  REQUIRE(found.size() == 1);
  CHECK(std::ranges::count(found[0].others, "myocardial infarction") == 1);
  CHECK(std::ranges::count(found[0].others, "heart attack") == 0);
}

TEST_CASE("a note that uses the other name comes first, and is found for the words typed") {
  const Notes notes;
  const Response with = notes.search(request_for("heart attack"));
  const Response without = notes.search(request_for("heart attack", Match::any, false));
  CHECK(with.total_issues == 2);
  CHECK(without.total_issues == 2);
  CHECK(other_names(with) == Strings{"myocardial infarction"});
  CHECK(other_names(without).empty());
  CHECK(with.hits[1].score > without.hits[1].score);
}

TEST_CASE("only bare words of best match have other names") {
  const Notes notes;
  for (const char* query : {"\"heart attack\"", "=heart =attack", "rationale:(heart attack)",
                            "knee -heart -attack", "heart AND attack"}) {
    CAPTURE(query);
    CHECK(other_names(notes.search(request_for(query))).empty());
  }
  CHECK(other_names(notes.search(request_for("heart attack", Match::all))).empty());
  CHECK(other_names(notes.search(request_for("knee OR (heart attack)"))) == Strings{"myocardial infarction"});
}

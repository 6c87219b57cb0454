// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/searcher.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/index_writer.h"
#include "schema/index_error.h"
#include "searcher/query_error.h"
#include "tests/unit/searcher/made_up_index.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

Searcher searcher() { return Searcher(made_up_index().path()); }

Strings ids_of(const Response& response) {
  Strings ids;
  for (const Hit& hit : response.hits) ids.push_back(hit.issue_id);
  return ids;
}

Strings found(const SearchRequest& request) { return ids_of(searcher().search(request)); }

}  // namespace

TEST_CASE("an index tells its generation and what it holds") {
  const IndexInfo info = searcher().info();
  CHECK(info.generation == "3");
  CHECK(info.letters == 3);
  CHECK(info.issues == 5);
  CHECK(info.records == 1);
}

TEST_CASE("a letter is found by its case number in any case of letters") {
  const Searcher made = searcher();
  const std::vector<Determination> letters = made_up_letters();
  CHECK(made.letter("CM00-0000001") == letters[0]);
  CHECK(made.letter("cm00-0000002") == letters[1]);
  CHECK(made.letter("note-1") == letters[3]);
  CHECK_FALSE(made.letter("CM00-0000009"));
  CHECK_FALSE(made.letter(""));
}

TEST_CASE("a decision and a word must hold of the same issue") {
  CHECK(found({.query = "mri decision:overturned"}) == Strings{"CM00-0000003#1"});
  CHECK(found({.query = "mri decision:upheld"}) == Strings{"CM00-0000001#1"});
  CHECK(found({.query = "mri", .where = {{"decision", "overturned"}}}) == Strings{"CM00-0000003#1"});
  CHECK(found({.query = "therapy decision:upheld"}).empty());
  CHECK(found({.query = "lifting", .sort = SortKey::case_number}) ==
        Strings{"CM00-0000001#1", "CM00-0000001#2"});
}

TEST_CASE("what is no facet is refused, and one asked for twice counts once") {
  CHECK_THROWS_AS(searcher().search({.facets = {{"decison"}}}), QueryError);
  CHECK_THROWS_AS(searcher().search({.facets = {{"rationale"}}}), QueryError);
  const Response response = searcher().search({.facets = {{"decision", 1}, {"state"}, {"decision", 2}}});
  REQUIRE(response.facets.size() == 2);
  CHECK(response.facets[0].name == "decision");
  CHECK(response.facets[0].values.size() == 2);
}

TEST_CASE("a query finds what the manual says") {
  const std::string a1 = "CM00-0000001#1", a2 = "CM00-0000001#2", b1 = "CM00-0000002#1",
                    c1 = "CM00-0000003#1", c2 = "CM00-0000003#2", note = "note-1#1";
  const struct {
    std::string query;
    Strings issues;
  } cases[] = {
      {"injection", {a2}},
      {"\"red flags\"", {a1}},
      {"red flag", {a1, c1}},
      {"=flags", {a1}},
      {"\"flags red\"", {}},
      {"lock*", {c1, c2}},
      {"kn?e -mri", {c2}},
      {"EMG/NCV", {c2}},
      {"NCV/EMG", {c2}},
      {"=EMG/NCV", {c2}},
      {"=NCV/EMG", {}},
      {"failed w/2 care", {b1}},
      {"care w/1 conservative", {b1}},
      {"care pre/1 conservative", {}},
      {"failed w/1 conservative", {}},
      {"10/325", {b1}},
      {"diagnosis:\"neck pain\"", {a1, a2}},
      {"diagnosis:\"strain neck\"", {}},
      {"citation:\"special studies\" state:TX", {b1}},
      {"ca:special", {}},
      {"age:..20 OR note", {b1}},
      {"decided:2015 OR decided:2016-12-09", {a1, a2, b1}},
      {"-age:0..100", {c1, c2, note}},
      {"layout:plain", {note}},
      {"case:note-1", {note}},
      {"case:cm00-0000003", {c1, c2}},
      {"-decision:upheld -decision:overturned", {note}},
      {"-(\"red flags\" AND shoulder) state:CA", {a2, b1}},
      {"", {a1, a2, b1, c1, c2, note}},
      {",", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(found({.query = c.query, .limit = 100, .sort = SortKey::case_number}) == c.issues);
  }
}

TEST_CASE("plain text has no operators and no mistakes") {
  const Response response =
      searcher().search({.query = "(mri OR \"knee w/5", .plain = true, .match = Match::any});
  CHECK_FALSE(response.hits.empty());
  CHECK_THROWS_AS(searcher().search({.query = "(mri OR \"knee w/5"}), QueryError);
}

TEST_CASE("a hit says what a reader wants to know") {
  const Response response = searcher().search({.query = "mri shoulder", .facets = {{"decision", 10}}});
  REQUIRE(response.hits.size() == 1);
  const Hit& hit = response.hits[0];
  CHECK(response.query_text == "mri shoulder");
  CHECK(response.interpreted == "mri AND shoulder");
  CHECK(response.total_issues == 1);
  CHECK(response.total_letters == 1);
  CHECK(response.facets.size() == 1);
  CHECK(hit.rank == 1);
  CHECK(hit.score > 0);
  CHECK(hit.case_number == "CM00-0000001");
  CHECK(hit.issue_no == 1);
  CHECK(hit.issues_in_letter == 2);
  CHECK(hit.source == "CM00-0000001.txt");
  CHECK(hit.treatment == "MRI of the left shoulder");
  CHECK(hit.decision == Decision::upheld);
  CHECK(hit.decision_date == made_up_letters()[0].decision_date);
  CHECK(hit.specialties == Strings{"Family Medicine"});
  CHECK(hit.states == Strings{"California"});
  CHECK(hit.guidelines == Strings{"ACOEM Shoulder Complaints"});
  CHECK_FALSE(hit.passages.empty());
  CHECK(hit.why.size() == 2);
}

TEST_CASE("conditions are echoed and do not change the ranking") {
  const Response with = searcher().search({.query = "knee", .where = {{"state", "OR"}}});
  const Response without = searcher().search({.query = "knee"});
  CHECK(with.interpreted == "knee where state=Oregon");
  REQUIRE(with.hits.size() == without.hits.size());
  for (std::size_t i = 0; i < with.hits.size(); ++i) CHECK(with.hits[i].score == without.hits[i].score);
}

TEST_CASE("a treatment weighs more than a summary") {
  CHECK(found({.query = "knee"}) == Strings{"CM00-0000003#1", "CM00-0000003#2"});
  CHECK(found({.query = "shoulder"}) == Strings{"CM00-0000001#1", "CM00-0000001#2"});
}

TEST_CASE("a query without ranking words scores nought and comes by case number") {
  const Response response = searcher().search({.query = "decision:overturned", .limit = 2});
  CHECK(ids_of(response) == Strings{"CM00-0000001#2", "CM00-0000002#1"});
  for (const Hit& hit : response.hits) CHECK(hit.score == 0);
  CHECK(response.total_issues == 3);
}

TEST_CASE("letters without a date come last, whichever way dates go") {
  const Strings ascending = {"CM00-0000001#2", "CM00-0000002#1", "CM00-0000003#1"};
  const Strings descending = {"CM00-0000002#1", "CM00-0000001#2", "CM00-0000003#1"};
  CHECK(found({.query = "decision:overturned", .sort = SortKey::decision_date}) == ascending);
  CHECK(found({.query = "decision:overturned", .sort = SortKey::decision_date, .descending = true}) ==
        descending);
}

TEST_CASE("descending case numbers leave the issues of a letter in order") {
  CHECK(found({.query = "age:0..100", .sort = SortKey::case_number, .descending = true}) ==
        Strings{"CM00-0000002#1", "CM00-0000001#1", "CM00-0000001#2"});
}

TEST_CASE("a page is part of the whole, and an empty one still has totals") {
  const Response none = searcher().search({.query = "", .limit = 0});
  CHECK(none.hits.empty());
  CHECK(none.total_issues == 6);
  CHECK(none.total_letters == 4);
  const Response page = searcher().search({.query = "", .limit = 2, .offset = 3});
  CHECK(ids_of(page) == Strings{"CM00-0000003#1", "CM00-0000003#2"});
  CHECK(page.hits[0].rank == 4);
  CHECK(searcher().search({.query = "", .limit = 2, .offset = 6}).hits.empty());
  CHECK(searcher().search({.query = "mri", .limit = 2, .offset = 1000}).hits.empty());
}

TEST_CASE("grouped by letter each letter comes once, with its other matches") {
  const Response response = searcher().search({.query = "shoulder", .group_by_letter = true});
  CHECK(response.grouped);
  REQUIRE(response.hits.size() == 1);
  CHECK(response.hits[0].issue_id == "CM00-0000001#1");
  REQUIRE(response.hits[0].others.size() == 1);
  const OtherIssue& other = response.hits[0].others[0];
  CHECK(other.issue_id == "CM00-0000001#2");
  CHECK(other.treatment == "Physical therapy twice a week");
  CHECK(other.decision == Decision::overturned);
  CHECK(other.score < response.hits[0].score);
  CHECK(response.total_issues == 2);
}

TEST_CASE("an index that is not there is an error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(Searcher(folder.path()), IndexError);
}

TEST_CASE("an open index stays as it was while another generation is written") {
  const TemporaryFolder folder;
  const auto letters = made_up_letters();
  {
    IndexWriter writer = IndexWriter::fresh(folder.path());
    for (const Determination& letter : letters) writer.add(letter);
    writer.commit();
  }
  const Searcher before(folder.path());
  IndexWriter writer = IndexWriter::changing(folder.path());
  writer.remove("CM00-0000003");
  writer.commit();
  CHECK(ids_of(before.search({.query = "knee"})).size() == 2);
  CHECK(before.letter("CM00-0000003"));
  const Searcher after(folder.path());
  CHECK(after.search({.query = "knee"}).hits.empty());
  CHECK_FALSE(after.letter("CM00-0000003"));
}

TEST_CASE("an index without letters answers with nothing") {
  const TemporaryFolder folder;
  IndexWriter::fresh(folder.path()).commit();
  const Searcher empty(folder.path());
  CHECK(empty.search({.query = "mri -knee", .facets = {{"state", 3}}}).total_issues == 0);
  CHECK(empty.search({.query = ""}).hits.empty());
}

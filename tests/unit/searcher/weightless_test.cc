// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/weightless.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "indexer/index_writer.h"
#include "searcher/searcher.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

constexpr int kNotes = 1500;  // enough for a list of all documents in several pieces

Determination note(int number) {
  Determination note;
  note.case_number = "note" + std::to_string(number);
  const std::string text = number % 3 == 0 ? "A zebra and an okapi." : "A zebra.";
  note.issues = {{.issue_no = 1, .treatment = "Zebra", .title = "Zebra", .rationale = text}};
  return note;
}

}  // namespace

TEST_CASE("a word that every document has is found where documents are gone") {
  const TemporaryFolder folder;
  IndexWriter building = IndexWriter::fresh(folder.path());
  for (int i = 0; i < kNotes; ++i) building.add(note(i));
  building.commit();
  IndexWriter removing = IndexWriter::changing(folder.path());
  REQUIRE(removing.remove("note1"));
  removing.commit();
  const Searcher searcher(folder.path());
  const struct {
    const char* query;
    std::uint64_t issues;
  } cases[] = {{"zebra", kNotes - 1},
               {"zebra okapi", kNotes / 3},
               {"zebra OR okapi", kNotes - 1},
               {"zebra -okapi", kNotes - 1 - kNotes / 3},
               {"okapi -zebra", 0},
               {"treatment:zebra", kNotes - 1},
               {"NOT treatment:zebra", 0},
               {"rationale:zebra okapi", kNotes / 3},
               {"=zebra", kNotes - 1},
               {"zeb*", kNotes - 1},
               {"\"a zebra\"", kNotes - 1},
               {"layout:plain", kNotes - 1},
               {"NOT layout:plain", 0},
               {"okapi layout:plain", kNotes / 3}};
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK_NOTHROW(searcher.search({.query = c.query, .match = Match::any}));
    const Response response =
        searcher.search({.query = c.query, .facets = {{"layout"}}, .limit = 5, .group_by_letter = true});
    CHECK(response.total_issues == c.issues);
    CHECK(response.hits.size() == std::min<std::uint64_t>(c.issues, 5));
  }
  const Response filtered = searcher.search({.query = "okapi", .where = {{"layout", "plain"}}});
  CHECK(filtered.total_issues == kNotes / 3);
  CHECK(filtered.hits.size() == 10);
}

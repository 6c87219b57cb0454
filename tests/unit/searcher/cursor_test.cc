// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cursor.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/index_writer.h"
#include "searcher/query_error.h"
#include "searcher/searcher.h"
#include "tests/unit/searcher/made_up_index.h"

using namespace imr;

namespace {

const Cursor kSomewhere = {{14'203'112, "CM00-0000001", 2}, 10};

std::string error_of(const std::string& text, const OpenSegments& segments, const SearchRequest& request) {
  try {
    read_cursor(text, segments, request);
  } catch (const QueryError& error) {
    return error.code() + ": " + error.what();
  }
  return "";
}

std::vector<std::string> ids_of(const Response& response) {
  std::vector<std::string> ids;
  for (const Hit& hit : response.hits) ids.push_back(hit.issue_id);
  return ids;
}

constexpr const char* kNone = "bad_cursor: this is no cursor, or not a whole one";
constexpr const char* kOther = "bad_cursor: the cursor belongs to another query";
constexpr const char* kStale = "cursor_stale: the index has changed since this cursor was given";

}  // namespace

TEST_CASE("a cursor is read as it was written") {
  const OpenSegments segments = made_up_index().open();
  const SearchRequest request{.query = "mri"};
  const Cursor cursors[] = {kSomewhere, {{-3, "note-1", 1}, 1}, {{INT32_MIN, "", 0}, UINT64_MAX}};
  for (const Cursor& cursor : cursors) {
    const std::string text = written(cursor, segments, request);
    CHECK(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
          std::string::npos);
    const Cursor read = read_cursor(text, segments, request);
    CHECK(read.last == cursor.last);
    CHECK(read.rank == cursor.rank);
  }
}

TEST_CASE("whatever is changed in a cursor, it is none any more") {
  const OpenSegments segments = made_up_index().open();
  const SearchRequest request{.query = "mri"};
  const std::string text = written(kSomewhere, segments, request);
  for (std::size_t i = 0; i < text.size(); ++i) {
    CAPTURE(i);
    std::string changed = text;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    CHECK(error_of(changed, segments, request) == kNone);
    CHECK(error_of(text.substr(0, i), segments, request) == kNone);
  }
  for (const std::string& other : {text + "A", " " + text, std::string("mri"), text + "="})
    CHECK(error_of(other, segments, request) == kNone);
}

TEST_CASE("a cursor belongs to what selects and orders, not to what is shown") {
  const OpenSegments segments = made_up_index().open();
  const SearchRequest request{.query = "mri", .where = {{"state", "CA"}, {"decision", "upheld"}}};
  const std::string text = written(kSomewhere, segments, request);
  const auto with = [&](auto change) {
    SearchRequest changed = request;
    change(changed);
    return error_of(text, segments, changed);
  };
  CHECK(with([](SearchRequest& r) { r.query = "mri knee"; }) == kOther);
  CHECK(with([](SearchRequest& r) { r.plain = true; }) == kOther);
  CHECK(with([](SearchRequest& r) { r.match = Match::any; }) == kOther);
  CHECK(with([](SearchRequest& r) { r.expand = false; }) == kOther);
  CHECK(with([](SearchRequest& r) { r.where.pop_back(); }) == kOther);
  CHECK(with([](SearchRequest& r) { r.where[0] = {"state", "CAdecision"}; }) == kOther);
  CHECK(with([](SearchRequest& r) { r.sort = SortKey::decision_date; }) == kOther);
  CHECK(with([](SearchRequest& r) { r.group_by_letter = true; }) == kOther);
  CHECK(with([](SearchRequest& r) { std::swap(r.where[0], r.where[1]); }) == "");
  CHECK(with([](SearchRequest& r) { r.limit = 50; }) == "");
  CHECK(with([](SearchRequest& r) { r.passages = 0; }) == "");
  CHECK(with([](SearchRequest& r) { r.facets = {{"state", 10}}; }) == "");
  CHECK(with([](SearchRequest& r) { r.descending = true; }) == "");  // scores come best first anyway
}

TEST_CASE("a cursor is stale once the index has changed, and of no use in another index") {
  const TemporaryFolder folder;
  const auto build = [&] {
    IndexWriter writer = IndexWriter::fresh(folder.path());
    for (const Determination& letter : made_up_letters()) writer.add(letter);
    writer.commit();
  };
  build();
  const SearchRequest request{.query = "mri"};
  const std::string text = written(kSomewhere, OpenSegments(open_index(folder.path())), request);
  CHECK(error_of(text, OpenSegments(open_index(folder.path())), request) == "");
  CHECK(error_of(text, made_up_index().open(), request) == kStale);
  IndexWriter writer = IndexWriter::changing(folder.path());
  writer.remove("note-1");
  writer.commit();
  CHECK(error_of(text, OpenSegments(open_index(folder.path())), request) == kStale);
  build();
  CHECK(error_of(text, OpenSegments(open_index(folder.path())), request) == kStale);
}

TEST_CASE("cursors lead through a result, and the last page has none") {
  const Searcher searcher(made_up_index().path());
  for (const bool grouped : {false, true}) {
    SearchRequest request{.query = "mri OR therapy OR emg", .limit = 100, .group_by_letter = grouped};
    const Response whole = searcher.search(request);
    REQUIRE(whole.hits.size() >= 2);
    CHECK_FALSE(whole.next_cursor);
    request.limit = 1;
    std::vector<std::string> ids;
    for (std::size_t page = 1; page <= whole.hits.size(); ++page) {
      const Response response = searcher.search(request);
      REQUIRE(response.hits.size() == 1);
      CHECK(response.hits[0].rank == page);
      CHECK(response.next_cursor.has_value() == (page < whole.hits.size()));
      CHECK(response.total_issues == whole.total_issues);
      ids.push_back(response.hits[0].issue_id);
      request.cursor = response.next_cursor;
    }
    CHECK(ids == ids_of(whole));
  }
  CHECK_FALSE(searcher.search({.query = "mri", .limit = 0}).next_cursor);
  CHECK_FALSE(searcher.search({.query = "zzzz"}).next_cursor);
}

TEST_CASE("a cursor beside an offset is refused") {
  const Searcher searcher(made_up_index().path());
  const Response response = searcher.search({.query = "mri", .limit = 1});
  REQUIRE(response.next_cursor);
  CHECK_THROWS_WITH_AS(searcher.search({.query = "mri", .offset = 1, .cursor = response.next_cursor}),
                       "a cursor and an offset at once", QueryError);
}

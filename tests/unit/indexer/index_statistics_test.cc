// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index_statistics.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "indexer/index_writer.h"
#include "schema/index_error.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/indexer/made_up_determination.h"

using namespace imr;
using Counts = std::map<std::string, std::uint64_t>;

namespace {

// Three letters, one of them without a date, and a plain record; then one letter goes.
void write_letters(const TemporaryFolder& folder) {
  IndexWriter writer = IndexWriter::fresh(folder.path());
  writer.add(made_up_determination("CM00-0000001"));
  Determination undated = made_up_determination("CM00-0000002");
  undated.decision_date.reset();
  undated.layout = Layout::e;
  writer.add(undated);
  writer.add(made_up_determination("CM00-0000003"));
  Determination note;
  note.case_number = "note";
  note.issues = {{.issue_no = 1, .treatment = "A zebra", .title = "A zebra"}};
  writer.add(note);
  writer.commit();
}

void build(const TemporaryFolder& folder) {
  write_letters(folder);
  IndexWriter changing = IndexWriter::changing(folder.path());
  changing.remove("CM00-0000003");
  changing.commit();
}

}  // namespace

TEST_CASE("statistics count letters that are there, and plain records apart") {
  const TemporaryFolder folder;
  build(folder);
  const IndexStatistics statistics = index_statistics(folder.path());
  CHECK(statistics.letters == 2);
  CHECK(statistics.issues == 4);
  CHECK(statistics.records == 1);
  CHECK(statistics.segments == 1);
  CHECK(statistics.generation == 2);
  CHECK(statistics.terms > 20);
  CHECK(statistics.bytes > 1000);
  CHECK(statistics.issues_by_decision == Counts{{"overturned", 2}, {"upheld", 2}});
  CHECK(statistics.letters_by_year == Counts{{"(none)", 1}, {"2017", 1}});
  CHECK(statistics.letters_by_layout == Counts{{"E", 1}, {"F", 1}});
}

TEST_CASE("text and JSON say the same") {
  const IndexStatistics statistics = {.generation = 3,
                                      .schema = 1,
                                      .analyzer = "prose",
                                      .letters = 12,
                                      .issues = 34,
                                      .records = 5,
                                      .segments = 2,
                                      .bytes = 6789,
                                      .terms = 1011,
                                      .issues_by_decision = {{"upheld", 30}},
                                      .letters_by_year = {{"2016", 12}},
                                      .letters_by_layout = {{"F", 12}}};
  const auto json = nlohmann::json::parse(statistics_json(statistics));
  CHECK(json["letters"] == 12);
  CHECK(json["issues"] == 34);
  CHECK(json["records"] == 5);
  CHECK(json["generation"] == "3");
  CHECK(json["issues_by_decision"]["upheld"] == 30);
  CHECK(statistics_text(statistics) ==
        "letters       12\n"
        "issues        34\n"
        "plain records 5\n"
        "terms         1011\n"
        "bytes         6789\n"
        "segments      2\n"
        "generation    3\n"
        "schema        1\n"
        "analyzer      prose\n"
        "issues by decision\n"
        "  upheld              30\n"
        "letters by year of decision\n"
        "  2016                12\n"
        "letters by layout\n"
        "  F                   12\n");
}

TEST_CASE("no index has no statistics") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(index_statistics(folder.path()), IndexError);
}

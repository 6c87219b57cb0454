// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_builder.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/index_writer.h"
#include "searcher/query_error.h"
#include "tests/unit/searcher/made_up_index.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

BuiltQuery built(const std::string& query, Match match = Match::all) {
  const OpenSegments segments = made_up_index().open();
  return build_query(parse_query(query), segments, match);
}

}  // namespace

TEST_CASE("what was understood is said with every operator and label") {
  const struct {
    std::string query;
    std::string interpreted;
  } cases[] = {
      {"", "everything"},
      {",", "nothing"},
      {"mri", "mri"},
      {"shoulder mri", "shoulder AND mri"},
      {"the shoulder", "shoulder"},
      {"the of", "the AND of"},
      {"the -knee", "NOT knee"},
      {"the AND knee", "the AND knee"},
      {"not knee", "not AND knee"},
      {"treatment:(the shoulder)", "treatment:shoulder"},
      {"treatment:(the of)", "treatment:(the AND of)"},
      {"mri ,", "mri"},
      {"mri OR knee shoulder", "mri OR (knee AND shoulder)"},
      {"(mri OR knee) shoulder", "shoulder AND (mri OR knee)"},
      {"mri -knee -\"red flags\"", "mri AND NOT knee AND NOT \"red flags\""},
      {"-knee", "NOT knee"},
      {"-(knee OR mri)", "NOT (knee OR mri)"},
      {"NOT ,", "nothing"},
      {"=tens", "=tens"},
      {"\"OR\"", "\"OR\""},
      {"lock*", "lock*"},
      {"failed w/5 care", "failed w/5 care"},
      {"(failed OR mri) pre/2 =care", "(failed OR mri) pre/2 =care"},
      {"rationale:\"red flags\"", "rationale:\"red flags\""},
      {"decision:granted", "decision:overturned"},
      {"state:CA", "state:California"},
      {"state:carolina", "state:(\"North Carolina\" OR \"South Carolina\")"},
      {"state:(CA OR TX)", "state:(California OR Texas)"},
      {"specialty:(pain medicine)", "specialty:\"Pain Medicine\""},
      {"age:40..59", "age:40..59"},
      {"age_band:<20", "age_band:\"<20\""},
      {"decided:2016", "decided:2016"},
      {"case:cm00-0000001", "case:cm00-0000001"},
      {"issues:>3", "issues:>3"},
      {"page:177..179", "page:177..179"},
      {"page:177-9", "page:177-9"},
      {"page:(12 OR >60)", "page:(12 OR >60)"},
      {"cite:\"ACOEM ch 8 pp 177-9\"", "cite:\"ACOEM Neck and Upper Back Complaints p 177-179\""},
      {"cite:(ODG low back)", "cite:\"ODG Low Back\""},
      {"cite:acoem", "cite:\"ACOEM\""},
      {"cite:\"ACOEM shoulder\"", "cite:(\"ACOEM Shoulder Complaints\" OR \"ACOEM Shoulder Disorders\")"},
      {"cite:(ODG-LB OR \"ACOEM prevention 2018\")", "cite:(\"ODG Low Back\" OR \"A17-PREV\")"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(built(c.query).interpreted == c.interpreted);
  }
}

TEST_CASE("the manual's examples can be searched for") {
  std::ifstream manual(IMR_SOURCE_DIR "/docs/query-language.md");
  std::string block;
  int examples = 0;
  for (std::string line; std::getline(manual, line);) {
    if (line.starts_with("```")) block = line.substr(3);
    if (line.starts_with("```") || block != "query") continue;
    ++examples;
    CAPTURE(line);
    CHECK_NOTHROW(built(line.substr(0, line.find("  # "))));
  }
  CHECK(examples > 50);
}

TEST_CASE("best match loosens bare words and nothing else") {
  const struct {
    std::string query;
    std::string interpreted;
  } cases[] = {
      {"shoulder mri", "shoulder OR mri"},
      {"the shoulder mri", "shoulder OR mri"},
      {"shoulder mri \"red flags\"", "(shoulder OR mri) AND \"red flags\""},
      {"shoulder mri -knee", "(shoulder OR mri) AND NOT knee"},
      {"shoulder mri OR knee lock", "(shoulder OR mri) OR (knee OR lock)"},
      {"lock -(shoulder mri)", "lock AND NOT (shoulder AND mri)"},
      {"lock AND (shoulder mri)", "lock AND shoulder AND mri"},
      {"lock treatment:(shoulder mri)", "lock AND treatment:(shoulder AND mri)"},
      {"please find any shoulder mri", "shoulder OR mri"},
      {"please find any", "please OR find OR any"},
      {"lock AND (please find)", "lock AND please AND find"},
      {"knee emg/ncv", "knee OR (emg OR ncv)"},
      {"knee mri-of-shoulder", "knee OR mri OR shoulder"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(built(c.query, Match::any).interpreted == c.interpreted);
  }
}

TEST_CASE("only words in the searched fields rank") {
  const struct {
    std::string query;
    bool ranked;
  } cases[] = {
      {"mri", true},
      {"\"red flags\"", true},
      {"treatment:mri", true},
      {"lock*", true},
      {"failed w/5 care", true},
      {"", false},
      {"-mri", false},
      {"diagnosis:strain", false},
      {"ca:claims", false},
      {"age:40..", false},
      {"decision:upheld", false},
      {"case:x", false},
      {"decision:upheld mri", true},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    CHECK(built(c.query).ranked == c.ranked);
  }
}

TEST_CASE("what holds nothing to search for is ignored with a warning") {
  CHECK(built("mri , ...").warnings.size() == 2);
  CHECK(built("mri \"--\"").warnings.size() == 1);
  CHECK(built("mri knee").warnings.empty());
}

TEST_CASE("patterns and inexact values are listed as expansions") {
  const BuiltQuery query = built("lock* -shoul* state:carolina state:CA");
  REQUIRE(query.expansions.size() == 2);
  CHECK(query.expansions[0].from == "lock*");
  CHECK(query.expansions[0].to == Strings{"locking", "locks"});
  CHECK(query.expansions[0].kind == "wildcard");
  CHECK(query.expansions[1].from == "state:carolina");
  CHECK(query.expansions[1].kind == "value");
}

TEST_CASE("the chapters that a citation means are listed, unless it is a label or id") {
  const BuiltQuery query = built("cite:\"ACOEM shoulder p 200\" cite:ODG-LB cite:\"odg low back\"");
  REQUIRE(query.expansions.size() == 1);
  CHECK(query.expansions[0].from == "cite:ACOEM shoulder p 200");
  CHECK(query.expansions[0].to ==
        Strings{"ACOEM Shoulder Complaints p 200", "ACOEM Shoulder Disorders p 200"});
  CHECK(query.expansions[0].kind == "value");
  CHECK(query.warnings.empty());
  CHECK(built("cite:\"ODG low back, fusion\"").warnings.size() == 1);
}

TEST_CASE("patterns are folded like words") {
  CHECK(built("LOCK*").expansions[0].to == Strings{"locking", "locks"});
  CHECK(built("Sh\u00F3ulde*").expansions[0].to == Strings{"shoulder"});
}

TEST_CASE("clauses are the positive conditions on words, with where they look") {
  const BuiltQuery query =
      built("mri -knee \"red flags\" treatment:=left sooner/later failed w/3 care age:40..");
  REQUIRE(query.clauses.size() == 5);
  const Strings searched = {"treatment", "rationale", "summary"};
  using Kind = PlaceQuery::Kind;
  const struct {
    std::string label;
    Strings fields;
    Kind kind;
    std::size_t parts;
  } expected[] = {
      {"mri", searched, Kind::words, 0},
      {"sooner/later", searched, Kind::shuffled, 2},
      {"red flags", searched, Kind::sequence, 2},
      {"left", {"treatment"}, Kind::words, 0},
      {"failed w/3 care", searched, Kind::near, 2},
  };
  for (const auto& e : expected) {
    CAPTURE(e.label);
    const auto clause = std::ranges::find(query.clauses, e.label, &Clause::label);
    REQUIRE(clause != query.clauses.end());
    CHECK(clause->fields == e.fields);
    CHECK(clause->places.kind == e.kind);
    CHECK(clause->places.parts.size() == e.parts);
  }
}

TEST_CASE("what cannot be understood is an error with its place") {
  const struct {
    std::string query;
    std::string code;
    std::size_t offset;
    std::string hint;
  } cases[] = {
      {"mri decison:upheld", "unknown_field", 4, "did you mean \"decision\"?"},
      {"mri zzzzzzzz:x", "unknown_field", 4, "quotes"},
      {"drug:zzzzzzzz", "unknown_value", 5, ""},
      {"mri level:knee", "bad_level", 10, "C5-C7"},
      {"mri w/5 (wet paint)", "not_supported", 8, "quotes"},
      {"mri w/5 state:CA", "not_supported", 8, "brackets"},
      {"state:Californa", "unknown_value", 6, "California"},
      {"age:young", "bad_range", 4, "40..59"},
      {"age:60..40", "bad_range", 4, ""},
      {"treatment:40..50", "not_supported", 10, ""},
      {"specialty:>5", "unknown_value", 10, ""},
      {"age:\"40\"", "not_supported", 4, ""},
      {"page:\"40\"", "not_supported", 5, ""},
      {"page:iv", "bad_range", 5, "40..59"},
      {"page:179-177", "bad_range", 5, ""},
      {"page:60..40", "bad_range", 5, ""},
      {"issues:many", "bad_range", 7, "40..59"},
      {"mri cite:\"ACOEM sholder\"", "unknown_value", 9, "ACOEM Shoulder Complaints"},
      {"cite:(ACOEM ch 99)", "unknown_value", 5, "facets --facet guideline"},
      {"cite:ACO*", "not_supported", 5, ""},
      {"cite:2..3", "not_supported", 5, ""},
      {"cite:(a w/3 b)", "not_supported", 5, ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.query);
    try {
      built(c.query);
      FAIL_CHECK("no error");
    } catch (const QueryError& error) {
      CHECK(error.code() == c.code);
      CHECK(error.offset() == c.offset);
      CHECK(error.hint().find(c.hint) != std::string::npos);
    }
  }
}

TEST_CASE("a pattern for too many words is an error") {
  Determination wordy{.case_number = "wordy", .issues = {{1, "Words", "Words"}}};
  const auto letter = [](int i) { return std::string(1, static_cast<char>('a' + i % 26)); };
  for (int i = 0; i < 1001; ++i) {
    // A thousand that begin with "zua", and one more.
    wordy.issues[0].rationale +=
        (i < 1000 ? "zua" : "zub") + letter(i / 676) + letter(i / 26) + letter(i) + "zz ";
  }
  const TemporaryFolder folder;
  IndexWriter writer = IndexWriter::fresh(folder.path());
  writer.add(wordy);
  writer.commit();
  const OpenSegments segments(open_index(folder.path()));
  try {
    build_query(parse_query("mri zu*"), segments, Match::all);
    FAIL_CHECK("no error");
  } catch (const QueryError& error) {
    CHECK(error.code() == "too_many_expansions");
    CHECK(error.offset() == 4);
  }
  CHECK(build_query(parse_query("zua*"), segments, Match::all).expansions[0].to.size() == 1000);
}

TEST_CASE("numbers, codes, levels and doses take no wildcards") {
  const BuiltQuery query = built("10*");
  CHECK(query.expansions.empty());
  REQUIRE(query.warnings.size() == 1);
  CHECK(query.warnings[0].find("no wildcards") != std::string::npos);
}

TEST_CASE("a word said again asks for nothing more") {
  CHECK(built("shoulder shoulder mri mri").interpreted == "shoulder AND mri");
}

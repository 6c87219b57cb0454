// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/schema.h"

#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "schema/edit_distance.h"
#include "schema/exit_status.h"
#include "schema/pages_value.h"

using namespace imr;

TEST_CASE("names and prefixes are told apart") {
  std::set<std::string_view> names;
  std::set<std::string_view> prefixes;
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    CHECK(names.insert(field.name).second);
    if (!field.prefix.empty()) CHECK(prefixes.insert(field.prefix).second);
    CHECK_FALSE(field.help.empty());
    CHECK(field.example.starts_with(std::string(field.name) + ":"));
  }
}

TEST_CASE("a field is found by its exact name only") {
  REQUIRE(find_field("decision"));
  CHECK(find_field("decision")->kind == FieldKind::keyword);
  CHECK_FALSE(find_field("Decision"));
  CHECK_FALSE(find_field(""));
  CHECK_FALSE(find_field("decisions"));
}

TEST_CASE("a mistyped name has a neighbour, nonsense has none") {
  CHECK(nearest_field("decison") == "decision");
  CHECK(nearest_field("speciality") == "specialty");
  CHECK(nearest_field("zzzzzzzzzz").empty());
}

TEST_CASE("columns hold numbers and dates, texts levels and findings, terms of their own the rest") {
  for (const Field& field : fields()) {
    CAPTURE(field.name);
    const bool terms_of_its_own = field.kind == FieldKind::keyword || field.kind == FieldKind::unique_id ||
                                  field.kind == FieldKind::page || field.kind == FieldKind::citation;
    if (field.kind != FieldKind::text) CHECK(field.prefix.empty() != terms_of_its_own);
  }
}

TEST_CASE("text fields are numbered from the first, and short ones have terms for their stems") {
  for (const Field& field : text_fields()) {
    CAPTURE(field.name);
    CHECK(field.kind == FieldKind::text);
    CHECK(&text_fields()[text_field_number(field)] == &field);
  }
  CHECK(has_stem_terms(*find_field("treatment")));
  CHECK_FALSE(has_stem_terms(*find_field("rationale")));
  CHECK(is_searched(*find_field("summary")));
  CHECK_FALSE(is_searched(*find_field("diagnosis")));
}

TEST_CASE("terms of different fields and kinds never meet") {
  const Field& treatment = *find_field("treatment");
  const Field& state = *find_field("state");
  CHECK(field_stem_term(treatment, "mri") == "XTmri");
  CHECK(stem_term("mri") == "Zmri");
  CHECK(value_term(state, "California") == "XSTATE:California");
  CHECK(value_term(*find_field("decision"), "upheld") == "XDECISIONupheld");
  CHECK(value_term(*find_field("case"), "CM00-0000123") == "QCM00-0000123");
}

TEST_CASE("a value that begins like the rest of a longer prefix is kept apart by a colon") {
  // Without it "XC" + "AGUIDELINE" could not be told from the prefix "XCAGUIDELINE".
  CHECK(field_stem_term(*find_field("citation"), "AGUIDELINE") == "XC:AGUIDELINE");
  CHECK(field_stem_term(*find_field("citation"), ":x") == "XC::x");
}

TEST_CASE("long terms are cut at a character and stay different") {
  const Field& diagnosis = *find_field("diagnosis");
  const std::string a = field_stem_term(diagnosis, std::string(300, 'a') + "1");
  const std::string b = field_stem_term(diagnosis, std::string(300, 'a') + "2");
  CHECK(a.size() <= 245);
  CHECK(a != b);
  std::string accents;
  for (int i = 0; i < 200; ++i) accents += "\u00e9";
  for (const std::string shift : {"", "x"}) {
    const std::string cut = field_stem_term(diagnosis, shift + accents);
    CHECK(cut.size() <= 245);
    const std::string kept = cut.substr(2, cut.size() - 18);
    CHECK((kept.size() - shift.size()) % 2 == 0);
  }
}

TEST_CASE("pages are written as terms have them and read again") {
  CHECK(pages_value({177, 179}) == "177-179");
  CHECK(pages_value({182, 182}) == "182-182");
  for (const CitedPages pages : {CitedPages{1, 1}, CitedPages{0, 9999}, CitedPages{-5, -3}, CitedPages{9, 2}})
    CHECK(read_pages_value(pages_value(pages)) == pages);
  for (const char* none : {"", "-", "177", "177-", "-177", "177-x", "177-179 ", "ACOEM2-08"}) {
    CAPTURE(none);
    CHECK_FALSE(read_pages_value(none));
  }
}

TEST_CASE("the searched fields are text fields, the treatment weighing most") {
  unsigned most = 0;
  for (const SearchedField& searched : searched_fields()) {
    REQUIRE(find_field(searched.name));
    CHECK(find_field(searched.name)->kind == FieldKind::text);
    most = std::max(most, searched.weight);
  }
  CHECK(searched_fields().front().name == "treatment");
  CHECK(searched_fields().front().weight == most);
}

TEST_CASE("edit distance counts insertions, deletions and substitutions") {
  const struct {
    std::string_view a, b;
    std::size_t distance;
  } cases[] = {{"", "", 0},         {"", "abc", 3}, {"abc", "", 3}, {"kitten", "sitting", 3},
               {"same", "same", 0}, {"ab", "ba", 2}};
  for (const auto& c : cases) {
    CAPTURE(c.a);
    CHECK(edit_distance(c.a, c.b) == c.distance);
  }
}

TEST_CASE("long texts are near nothing and are not compared") {
  const std::string longest(kMostCompared, 'a');
  CHECK(edit_distance(longest, "a") == kMostCompared - 1);
  CHECK(edit_distance(longest + "a", "a") == kMostCompared + 1);
  CHECK(edit_distance("a", longest + "a") == kMostCompared + 1);
}

TEST_CASE("exit statuses are those of the contract") {
  CHECK(static_cast<int>(ExitStatus::absent) == 1);
  CHECK(static_cast<int>(ExitStatus::usage) == 2);
  CHECK(static_cast<int>(ExitStatus::no_index) == 3);
  CHECK(static_cast<int>(ExitStatus::some_rejected) == 4);
  CHECK(static_cast<int>(ExitStatus::budget) == 5);
  CHECK(static_cast<int>(ExitStatus::too_old) == 20);
  CHECK(static_cast<int>(ExitStatus::too_new) == 21);
  CHECK(static_cast<int>(ExitStatus::internal) == 70);
  CHECK(static_cast<int>(ExitStatus::input_output) == 74);
  CHECK(static_cast<int>(ExitStatus::locked) == 75);
  CHECK(static_cast<int>(ExitStatus::interrupted) == 130);
}

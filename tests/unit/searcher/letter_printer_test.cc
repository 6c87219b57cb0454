// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/letter_printer.h"

#include <optional>
#include <sstream>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/support/golden.h"
#include "tests/unit/searcher/made_up_responses.h"

namespace imr {
namespace {

std::string printed(const Determination& letter, std::optional<int> issue_no, const PrintOptions& options) {
  std::ostringstream out;
  print_letter(letter, issue_no, options, out);
  return out.str();
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a letter, one issue of it and a plain record are written as their golden files have them") {
  CHECK(golden_difference(printed(a_letter(), {}, {.width = 80}), "printers/letter.text") == "");
  CHECK(golden_difference(printed(a_letter(), 2, {.width = 80}), "printers/letter_issue.text") == "");
  CHECK(golden_difference(printed(a_letter(), {}, {.color = true, .width = 80}),
                          "printers/letter_color.text") == "");
  Determination record;
  record.case_number = "doc 17";
  record.issues = {{1, "Notes on gout", "Notes on gout"}};
  record.issues[0].rationale = "Treatment of gout.\n\nA second paragraph\nof two lines.";
  CHECK(golden_difference(printed(record, {}, {.width = 80}), "printers/record.text") == "");
}

TEST_CASE("what a letter does not say is left out of the text") {
  Determination letter;
  letter.case_number = "CM00-0000789";
  letter.layout = Layout::e;
  CHECK(printed(letter, {}, {}) == "CM00-0000789\n");
}

TEST_CASE("an issue that the letter does not have leaves the rest of it") {
  const auto text = printed(a_letter(), 7, {});
  CHECK(contains(text, "Clinical summary"));
  CHECK_FALSE(contains(text, "Issue "));
}

TEST_CASE("the outcome of a letter is told in words") {
  const struct {
    Outcome outcome;
    std::string words;
  } cases[] = {{Outcome::upheld, "Upheld: treatment not approved"},
               {Outcome::overturned, "Overturned: treatment approved"},
               {Outcome::partly_overturned, "Partly overturned: treatment approved in part"}};
  for (const auto& c : cases) {
    Determination letter;
    letter.case_number = "CM00-0000789";
    letter.outcome = c.outcome;
    CHECK(printed(letter, {}, {}) == "CM00-0000789\n  " + c.words + "\n");
  }
}

TEST_CASE("a letter never sends control characters to the terminal") {
  for (const Format format : {Format::text, Format::json, Format::jsonl, Format::ids}) {
    CHECK_FALSE(contains(printed(a_letter(), {}, {.format = format}), "\x1b"));
  }
}

TEST_CASE("the JSON of a letter is its record, of one issue the record with that issue alone") {
  const auto whole = nlohmann::json::parse(printed(a_letter(), {}, {.format = Format::json}));
  CHECK(whole["case_number"] == "CM00-0000123");
  CHECK(whole["issues"].size() == 2);
  const auto part = nlohmann::json::parse(printed(a_letter(), 2, {.format = Format::jsonl}));
  REQUIRE(part["issues"].size() == 1);
  CHECK(part["issues"][0]["issue_id"] == "CM00-0000123#2");
  CHECK(part["outcome"] == "partly_overturned");
}

TEST_CASE("the ids of a letter are those of its issues") {
  CHECK(printed(a_letter(), {}, {.format = Format::ids}) == "CM00-0000123#1\nCM00-0000123#2\n");
  CHECK(printed(a_letter(), 2, {.format = Format::ids}) == "CM00-0000123#2\n");
}

TEST_CASE("a citation line says what a brief needs and leaves out what is not known") {
  const auto letter = a_letter();
  CHECK(
      citation_line(letter, letter.issues[0]) ==
      "CM00-0000123, issue 1 (2016-12-09), MRI of the right shoulder without contrast; Upheld: treatment not "
      "approved; reviewer: Family Medicine; guideline: ACOEM Shoulder Complaints 2004, section Special "
      "Studies, "
      "pages 200–202");
  CHECK(citation_line(letter, letter.issues[1]) ==
        "CM00-0000123, issue 2 (2016-12-09), Physical therapy, 6 visits; Overturned: treatment approved; "
        "reviewer: "
        "Family Medicine");
  Determination record;
  record.case_number = "doc\x1b 17";
  CHECK(citation_line(record, {}) == "doc\uFFFD 17");
}

}  // namespace
}  // namespace imr

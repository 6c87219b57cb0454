// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_split.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace imr;

namespace {

const std::string kMade = "   HOW THE IMR FINAL DETERMINATION WAS MADE\nText.\n";
const std::string kIssue =
    "IMR ISSUES, DECISIONS AND RATIONALES\nIce: Upheld\nMAXIMUS guideline: None.\n"
    "Decision rationale: No ice.\n";

std::string table(const std::string& number) {
  return "Case Number: " + number + "\nDate Assigned: 11/09/2016\n\n";
}

std::vector<std::size_t> first_lines(const std::string& text) {
  std::vector<std::size_t> result;
  std::string joined;
  for (const auto& letter : split_letters(text)) {
    result.push_back(letter.first_line);
    joined += letter.text;
  }
  CHECK(joined == text);
  return result;
}

using Lines = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a text is cut where another letter begins") {
  const auto first = table("CM00-0000001") + kMade + kIssue;  // 9 lines
  const auto second = table("CM00-0000002") + kMade + kIssue;
  CHECK(first_lines("") == Lines{1});
  CHECK(first_lines(first) == Lines{1});
  CHECK(first_lines(first + second) == Lines{1, 10});
  CHECK(first_lines(first + second + table("CM00-0000003") + kMade) == Lines{1, 10, 19});
  CHECK(first_lines(kMade + kIssue + kMade + kIssue) == Lines{1, 7});
  CHECK(first_lines(kMade + kIssue + second) == Lines{1, 7});
  CHECK(first_lines(first + table("CM00-0000002")) == Lines{1, 10});
}

TEST_CASE("what stands above the table on its page belongs to the letter") {
  const auto first = table("CM00-0000001") + kMade + kIssue;
  const auto second = table("CM00-0000002") + kMade + kIssue;
  CHECK(first_lines(first + "\n\fREVIEW OFFICE\nPost box 12\n\n" + second) == Lines{1, 11});
  CHECK(first_lines(first + "\fNone at all.\n" + second) == Lines{1, 11});
}

TEST_CASE("letters of the older layouts are cut too") {
  const std::string a =
      "MEDICAL PROFESSIONAL REVIEW\nISSUE AT DISPUTE: Ice\nRATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE "
      "WAS NOT "
      "MEDICALLY NECESSARY:\nNo ice.\n";
  const std::string b =
      "MAXIMUS FEDERAL SERVICES, INC.\nNotice of Independent Medical Review Determination\nIce\nThe Claims "
      "Administrator did not cite any evidence.\nNo ice.\n";
  const auto c = [](const std::string& number) {
    return "MAXIMUS FEDERAL SERVICES, INC.\nPost box 12\nIMR Case Number: " + number +
           "\nClaims Number: XX\nPriority: Standard\nDear reader,\n" + kMade +
           "1. Ice is not medically necessary.\nThe Claims Administrator based its decision on the MTUS.\nNo "
           "ice.\n";
  };
  CHECK(first_lines(a + a) == Lines{1, 5});
  CHECK(first_lines(b + b) == Lines{1, 6});
  CHECK(first_lines(c("CM00-0000001") + c("CM00-0000002")) == Lines{1, 12});
  CHECK(first_lines(a + b + c("CM00-0000002") + table("CM00-0000003") + kMade + kIssue) ==
        Lines{1, 5, 10, 21});
}

TEST_CASE("what pages repeat of one letter begins no other") {
  const auto letter = table("CM00-0000001") + kMade + kIssue;
  CHECK(first_lines(letter + "\f" + table("CM00-0000001") + "Ice is cold.\n") == Lines{1});
  CHECK(first_lines(letter + "The earlier one was\nCase Number: CM00-0000009\nof 2014.\n") == Lines{1});
  CHECK(first_lines(table("CM00-0000001") + "\f" + letter) == Lines{1});
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/header_table.h"

#include <vector>

#include <doctest/doctest.h>

using namespace imr;
using namespace std::chrono_literals;

namespace {

struct ReadTable {
  HeaderTable table;
  std::vector<Problem> problems;
};

ReadTable read(std::string_view text) {
  ReadTable result;
  const auto lines = letter_lines(text);
  result.table =
      read_header_table(lines, [&](const Problem& problem) { result.problems.push_back(problem); });
  return result;
}

void check_whole(const HeaderTable& table) {
  CHECK(table.found);
  CHECK(table.case_number == "CM00-0000001");
  CHECK(table.date_assigned == Date(2016y / 11 / 9));
  CHECK(table.date_of_injury == Date(2016y / 10 / 13));
  CHECK(table.decision_date == Date(2016y / 12 / 9));
  CHECK(table.ur_denial_date == Date(2016y / 11 / 3));
  CHECK(table.application_received == Date(2016y / 11 / 4));
  CHECK(table.priority == Priority::expedited);
}

}  // namespace

TEST_CASE("the header table is read in every order in which extractors give it") {
  const std::string_view texts[] = {
      // columns
      "Case Number:     CM00-0000001\n"
      "Date Assigned:   11/09/2016          Date of Injury:    10/13/2016\n"
      "Decision Date:   12/09/2016          UR Denial Date:    11/03/2016\n"
      "Priority:        Expedited           Application        11/04/2016\n"
      "                                     Received:\n",
      // the value after the wrapped label
      "Case Number: CM00-0000001\nDate Assigned: 11/09/2016 Date of Injury: 10/13/2016\n"
      "Decision Date: 12/09/2016 UR Denial Date: 11/03/2016\nPriority: Expedited "
      "Application\nReceived:\n11/04/2016\n",
      // labels of a column, then its values
      "Case Number:\nDate Assigned:\nDecision "
      "Date:\nPriority:\n\nCM00-0000001\n11/09/2016\n12/09/2016\nExpedited\n\n"
      "Date of Injury:\nUR Denial Date:\nApplication\nReceived:\n\n10/13/2016\n11/03/2016\n11/04/2016\n",
      // all labels, then all values
      "Case Number:\nDate Assigned:\nDate of Injury:\nDecision Date:\nUR Denial Date:\nPriority:\n"
      "Application "
      "Received:\nCM00-0000001\n11/09/2016\n10/13/2016\n12/09/2016\n11/03/2016\nExpedited\n11/04/2016\n",
      // in capitals
      "CASE NUMBER: CM00-0000001\nDATE ASSIGNED: 11/09/2016\nDATE OF INJURY: 10/13/2016\n"
      "DECISION DATE: 12/09/2016\nUR DENIAL DATE: 11/03/2016\nPRIORITY: EXPEDITED\nAPPLICATION RECEIVED: "
      "11/04/2016\n",
  };
  for (const auto text : texts) {
    CAPTURE(text);
    const auto result = read(text);
    check_whole(result.table);
    CHECK(result.problems.empty());
  }
}

TEST_CASE("an empty cell beside others does not take the value of the next") {
  const auto table = read(
                         "Decision Date:   12/09/2016          UR Denial Date:\n"
                         "Priority:        Standard            Application        11/04/2016\n")
                         .table;
  CHECK_FALSE(table.ur_denial_date);
  CHECK(table.application_received == Date(2016y / 11 / 4));
}

TEST_CASE("a day that does not exist is reported with its line") {
  const auto result = read("Case Number: CM00-0000001\nDecision Date: 02/30/2016\n");
  CHECK_FALSE(result.table.decision_date);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0] == Problem{2, "bad_date", "\"02/30/2016\" is no date"});
}

TEST_CASE("without its labels there is no header table") {
  CHECK_FALSE(read("HOW IT WAS DONE\nThe letter of 11/09/2016.\n").table.found);
}

TEST_CASE("the case numbers of the first letters are read") {
  CHECK(read("Case Number: 13-000004").table.case_number == "13-000004");
}

TEST_CASE("case numbers and dates with slips of recognition are read as they are meant") {
  for (const auto* written : {"CM 00-0000001", "CM00- 0000001", "cm00 - 0000001", "CM00\u20130000001",
                              "CM00\u20120000001", "CM 00 \u2013 0000001"}) {
    CAPTURE(std::string(written));
    const auto table =
        read("Case Number: " + std::string(written) + "   Decision Date: 10\u20136\u20132016").table;
    CHECK(table.case_number == "CM00-0000001");
    CHECK(table.decision_date == Date(2016y / 10 / 6));
    CHECK(is_header_row("Case Number: " + std::string(written)));
  }
}

TEST_CASE("only a label with a value or alone is a row of the table") {
  CHECK(is_header_row("Priority:   Standard     Application   11/04/2016"));
  CHECK(is_header_row("Received:"));
  CHECK_FALSE(is_header_row("Application of heat for ten minutes"));
  CHECK_FALSE(is_header_row("Priority is given to the spine"));
}

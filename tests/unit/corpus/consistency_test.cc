// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/consistency.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace imr;
using namespace std::chrono_literals;

namespace {

Issue issue(std::string treatment, Decision decision, std::string rationale) {
  Issue issue;
  issue.treatment = std::move(treatment);
  issue.decision = decision;
  issue.rationale = std::move(rationale);
  return issue;
}

Determination letter(std::vector<Issue> issues) {
  Determination letter;
  letter.layout = Layout::f;
  letter.issues = std::move(issues);
  return letter;
}

std::vector<Problem> problems_of(const Determination& letter) {
  std::vector<Problem> problems;
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < letter.issues.size(); ++i) lines.push_back(10 * (i + 1));
  check_consistency(letter, lines, [&](const Problem& problem) { problems.push_back(problem); });
  return problems;
}

const std::string kLong = std::string(300, 'x') + ". The request is not medically necessary.";

}  // namespace

TEST_CASE("a rationale that closes against its decision is reported") {
  const auto wrong = letter({issue("Cane", Decision::upheld, "It helps. The cane is medically necessary.")});
  CHECK(problems_of(wrong) ==
        std::vector<Problem>{{10, "decision_wording",
                              "issue \"Cane\": decided \"upheld\", but the rationale closes "
                              "as if \"overturned\""}});
  const std::string tapered =
      "The request for Norco is not medically necessary. Weaning over weeks is medically necessary.";
  CHECK(problems_of(letter({issue("Norco", Decision::upheld, tapered)})).empty());
  CHECK(problems_of(letter({issue("Cane", Decision::overturned, "He falls often.")})).empty());
}

TEST_CASE("a rationale given twice is reported once a repeat, standing sentences are not") {
  const auto twice =
      letter({issue("Cane", Decision::upheld, kLong), issue("Walker", Decision::upheld, kLong),
              issue("Bed", Decision::upheld, "As it is not medically necessary, nor is this."),
              issue("Lamp", Decision::upheld, "As it is not medically necessary, nor is this.")});
  CHECK(problems_of(twice) ==
        std::vector<Problem>{{20, "same_rationale",
                              "issue \"Walker\": the rationale is that of \"Cane\" word for "
                              "word"}});
  auto shared = twice;
  shared.layout = Layout::a;
  CHECK(problems_of(shared).empty());
}

TEST_CASE("dates in an order that cannot be are reported") {
  auto wrong = letter({});
  wrong.date_of_injury = 2016y / 3 / 1;
  wrong.ur_denial_date = 2016y / 2 / 1;
  wrong.application_received = 2016y / 5 / 1;
  wrong.date_assigned = 2016y / 5 / 9;
  wrong.decision_date = 2016y / 5 / 5;
  CHECK(problems_of(wrong) ==
        std::vector<Problem>{
            {0, "date_order", "decision date 2016-05-05 lies before date assigned 2016-05-09"},
            {0, "date_order", "UR denial date 2016-02-01 lies before date of injury 2016-03-01"}});
  auto right = wrong;
  right.ur_denial_date = 2016y / 4 / 1;
  right.decision_date = 2016y / 5 / 9;
  CHECK(problems_of(right).empty());
}

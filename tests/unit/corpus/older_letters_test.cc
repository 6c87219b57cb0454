// SPDX-License-Identifier: GPL-3.0-or-later
// Letters of the layouts A to C, in the forms that the sample letters do not show.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "corpus/corpus_error.h"
#include "corpus/letter_reader.h"

using namespace imr;
using namespace std::chrono_literals;

namespace {

Determination read(std::string_view text) { return read_letter(text, nullptr); }

bool reports(const Determination& letter, std::string_view code) {
  return std::ranges::find(letter.problems, code, &Problem::code) != letter.problems.end();
}

// "treatment: decision", one an issue.
std::vector<std::string> decisions_of(const Determination& letter) {
  std::vector<std::string> decisions;
  for (const auto& issue : letter.issues) {
    decisions.push_back(issue.treatment + ": " + std::string(name_of(*issue.decision)));
  }
  return decisions;
}

using Decisions = std::vector<std::string>;

std::string layout_a(std::string_view items, std::string_view heading, std::string_view rationale) {
  return "MEDICAL PROFESSIONAL REVIEW\n\nCase Number: 13-000004\nDated: 4/19/2013\n\nISSUE AT DISPUTE:\n\n" +
         std::string(items) + "\n\nCASE SUMMARY:\n\nThe employee is a 40 year old man.\n\n" +
         std::string(heading) + "\n\n" + std::string(rationale) +
         "\n\nMEDICAL REVIEWER QUALIFICATIONS:\n\nThe reviewer is Board Certified in Internal Medicine and "
         "is "
         "licensed to practice in Texas.\n";
}

constexpr std::string_view kNotNecessary =
    "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS NOT MEDICALLY NECESSARY:";

std::string layout_b(std::string_view first, std::string_view second, std::string_view explanations) {
  return "MAXIMUS FEDERAL SERVICES, INC.\nNotice of Independent Medical Review Determination\nDated: "
         "9/26/2013\n\nEmployee: XXXX\nClaim Number: 12-345678\nDate of Injury: /\nUR Denial Date: "
         "7/16/2013\n"
         "IMR Application Received: [REDACTED]\nMAXIMUS Case Number: CM13-0000123\n\n" +
         std::string(first) + "\n\nINDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE\n\n" +
         std::string(second) +
         "\n\nMedical Qualifications of the Expert Reviewer:\n\nThe physician reviewer is Board Certified in "
         "Neurology and is licensed to practice in Ohio.\n\nExpert Reviewer Case Summary:\n\nThe employee is "
         "a 40 "
         "year old man.\n\nDocuments Reviewed for Determination:\n\n1. Application\n2. Medical records\n\n" +
         std::string(explanations) + "\n\nEffect of the Decision:\n\nThe parties are bound by it.\n";
}

std::string determined(std::string_view request, std::string_view verdict) {
  return "MAXIMUS Federal Services, Inc. has determined the request for " + std::string(request) + " " +
         std::string(verdict) + "\n";
}

std::string explanation(std::string_view request, std::string_view rationale) {
  return "Regarding the request for " + std::string(request) +
         ":\n\nThe Claims Administrator based its decision on ACOEM Chapter 12, page 303. The Expert "
         "Reviewer "
         "found the guidelines used by the Claims Administrator relevant and appropriate.\n\nRationale for "
         "the "
         "Decision:\n\n" +
         std::string(rationale) + "\n\n";
}

constexpr std::string_view kIsNot = "is not medically necessary and appropriate.";
constexpr std::string_view kIs = "is medically necessary and appropriate.";

std::string layout_c(std::string_view outcome, std::string_view issues) {
  return "MAXIMUS FEDERAL SERVICES, INC.\n\nIMR Case Number: CM13-0000123\nUR Denial Date: 11/8/2013\n\nDear "
         "Reader:\n\nFinal Determination: " +
         std::string(outcome) +
         ". This means something.\n\nHOW THE IMR FINAL DETERMINATION WAS MADE\n\nThe reviewer is Board "
         "Certified in "
         "Neurology and is licensed to practice in Ohio.\n\nDOCUMENTS REVIEWED\n\nMedical "
         "records\n\nCLINICAL CASE "
         "SUMMARY\n\nThe patient is a 40 year old man.\n\nIMR DECISION(S) AND RATIONALE(S)\n\n" +
         std::string(issues);
}

constexpr std::string_view kBased =
    "The Claims Administrator based its decision on ACOEM Chapter 12, page 303.\n\nThe Physician Reviewer "
    "based "
    "his/her decision on ACOEM Chapter 12, page 304.\n\nThe Physician Reviewer's decision rationale: ";

std::string issue(std::string_view title, std::string_view rationale) {
  return std::string(title) + "\n\n" + std::string(kBased) + std::string(rationale) + "\n\n";
}

}  // namespace

TEST_CASE("layout A decides in the closing words of its rationale, else in its heading") {
  const auto words = read(layout_a("An MRI", kNotNecessary, "The requested MRI is medically necessary."));
  CHECK(decisions_of(words) == Decisions{"MRI: overturned"});
  CHECK(words.layout == Layout::a);
  CHECK(words.case_number == "13-000004");
  CHECK((words.decision_date == 2013y / 4 / 19));
  CHECK(decisions_of(read(layout_a("An MRI", kNotNecessary, "No red flags."))) == Decisions{"MRI: upheld"});
}

TEST_CASE("the Physician (Expert) Reviewer of layout C is the reviewer") {
  const auto letter = read(layout_c(
      "UPHOLD",
      "1. A brace " + std::string(kIsNot) +
          "\n\nThe Claims Administrator based its decision on ODG Knee.\n\nThe MTUS is silent. The Physician "
          "(Expert) Reviewer based his/her decision on the Non-MTUS Milliman Care Guidelines.\n\nThe "
          "Physician "
          "(Expert) Reviewer's decision rationale: The knee is stable.\n"));
  REQUIRE(letter.issues.size() == 1);
  CHECK(letter.issues[0].rationale == "The knee is stable.");
  REQUIRE(letter.issues[0].reviewer_guidelines.size() == 1);
  CHECK(letter.issues[0].reviewer_guidelines[0].id == "OTHER");
}

TEST_CASE("a heading of layout A that leaves the choice does not decide") {
  CHECK_THROWS_AS(
      read(layout_a(
          "An MRI",
          "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/IS NOT MEDICALLY NECESSARY:", "Text.")),
      CorpusError);
}

TEST_CASE("items of layout A share a rationale that has no numbers") {
  const auto letter =
      read(layout_a("1. An MRI\n2. A brace", kNotNecessary, "Both are not medically necessary."));
  CHECK(decisions_of(letter) == Decisions{"MRI: upheld", "brace: upheld"});
  CHECK(letter.issues[1].rationale == "Both are not medically necessary.");
}

TEST_CASE("items of layout A stand apart where they are a list") {
  const std::string_view lists[] = {
      "Lumbar MRI; knee brace", "Whether the following are medically necessary:\n- Lumbar MRI\n- knee brace"};
  for (const auto list : lists) {
    CAPTURE(list);
    const auto letter = read(layout_a(list, kNotNecessary,
                                      "The lumbar MRI is medically necessary as the foot drops. The knee "
                                      "brace is not medically necessary."));
    CHECK(decisions_of(letter) == Decisions{"Lumbar MRI: overturned", "knee brace: upheld"});
    CHECK_FALSE(reports(letter, "joined_items"));
  }
  const auto joined = read(layout_a("Whether a lumbar MRI and a knee brace are medically necessary.",
                                    kNotNecessary, "Neither is medically necessary."));
  CHECK(joined.issues.size() == 1);
  CHECK(reports(joined, "joined_items"));
  const auto one = read(layout_a("Lumbar facet injections; 2 levels", kNotNecessary, "No gain."));
  CHECK(decisions_of(one) == Decisions{"Lumbar facet injections; 2 levels: upheld"});
  CHECK_FALSE(reports(one, "joined_items"));
}

TEST_CASE("the list of layout B that is given twice counts once") {
  const auto list = determined("an MRI", kIsNot) + "\n" + determined("a brace", kIs);
  const auto slips = determined("an  MRI", "is notmedically\nnecessary andappropriate.") + "\n" +
                     determined("a brace", "is medically  necessary and appropriate.");
  const auto letter = read(layout_b(
      list, slips, explanation("an MRI", "No red flags.") + explanation("a brace", "The knee gives way.")));
  CHECK(decisions_of(letter) == Decisions{"MRI: upheld", "brace: overturned"});
  CHECK(letter.issues[1].rationale == "The knee gives way.");
  CHECK_FALSE(reports(letter, "list_mismatch"));
  CHECK((letter.outcome == Outcome::partly_overturned));
}

TEST_CASE("redacted and blank rows of a table stay empty") {
  const auto list = determined("an MRI", kIsNot);
  const auto letter = read(layout_b(list, list, explanation("an MRI", "No red flags on 1/2/2013.")));
  CHECK(letter.case_number == "CM13-0000123");
  CHECK_FALSE(letter.date_of_injury);
  CHECK_FALSE(letter.application_received);
  CHECK((letter.ur_denial_date == 2013y / 7 / 16));
  CHECK((letter.decision_date == 2013y / 9 / 26));
}

TEST_CASE("where the lists disagree that is reported and the rationale chooses") {
  const auto first = determined("an MRI", kIs);
  const auto second = determined("an MRI", kIsNot);
  const auto chosen = read(layout_b(first, second, explanation("an MRI", "The MRI is medically necessary.")));
  CHECK(decisions_of(chosen) == Decisions{"MRI: overturned"});
  CHECK(reports(chosen, "list_mismatch"));
  const auto silent = read(layout_b(first, second, explanation("an MRI", "No red flags.")));
  CHECK(decisions_of(silent) == Decisions{"MRI: upheld"});
  const auto longer = read(layout_b(first, first + "\n" + determined("a brace", kIsNot), ""));
  CHECK(decisions_of(longer) == Decisions{"MRI: overturned", "brace: upheld"});
  CHECK(reports(longer, "list_mismatch"));
}

TEST_CASE("doses keep treatments of layout B apart") {
  const auto list = determined("Norco 10/325mg #60", kIsNot) + "\n" + determined("Norco 5/325mg #60", kIs);
  const auto letter = read(layout_b(list, list, ""));
  CHECK(decisions_of(letter) == Decisions{"Norco 10/325mg #60: upheld", "Norco 5/325mg #60: overturned"});
  CHECK_FALSE(reports(letter, "list_mismatch"));
}

TEST_CASE("without lists layout B is decided by its explanations") {
  const auto letter = read(layout_b("", "", explanation("an MRI", "The MRI is not medically necessary.")));
  CHECK(decisions_of(letter) == Decisions{"MRI: upheld"});
  CHECK(reports(letter, "decision_from_rationale"));
}

TEST_CASE("a reviewer of layout B cites what he or she took over, unless it was refused") {
  const auto list = determined("an MRI", kIsNot);
  const auto same = read(layout_b(list, list, explanation("an MRI", "No.")));
  CHECK(same.issues[0].reviewer_guidelines == same.issues[0].claims_administrator_guidelines);
  CHECK(same.issues[0].reviewer_guidelines.front().id == "ACOEM2-12");
  const auto other = read(layout_b(
      list, list,
      "Regarding the request for an MRI:\n\nThe Claims Administrator based its decision on ACOEM Chapter 12, "
      "page "
      "303. The Expert Reviewer found the guidelines used by the Claims Administrator not appropriate. The "
      "Expert "
      "Reviewer based his/her decision on the Acupuncture Medical Treatment Guidelines, which is part of the "
      "MTUS.\n\nRationale for the Decision: No.\n"));
  REQUIRE(other.issues[0].reviewer_guidelines.size() == 1);
  CHECK(other.issues[0].reviewer_guidelines.front().id == "MTUS-ACU");
  CHECK(other.issues[0].claims_administrator_guidelines.front().id == "ACOEM2-12");
}

TEST_CASE("a reviewer of layout B takes guidelines over in many words") {
  const auto list = determined("an MRI", kIsNot);
  for (const std::string_view words :
       {"found the referenced section of the MTUS used by the Claims Administrator relevant and appropriate "
        "for this case.",
        "found the section used by the Claims Administrator relevant.",
        "found the MTUS section relevant and appropriate.", "relied on the same guidelines.",
        "based his/her decision on the same sections of the MTUS.",
        "agreed with the guideline used by the Claims Administrator."}) {
    CAPTURE(words);
    const auto letter = read(layout_b(
        list, list,
        "Regarding the request for an MRI:\n\nThe Claims Administrator based its decision on ACOEM Chapter "
        "12, page 303. The Expert Reviewer " +
            std::string(words) + "\n\nRationale for the Decision: No.\n"));
    CHECK(letter.issues[0].reviewer_guidelines == letter.issues[0].claims_administrator_guidelines);
    CHECK(letter.issues[0].reviewer_guidelines.front().id == "ACOEM2-12");
  }
}

TEST_CASE("a wrong letter in the sentence below a title of layout C does not lose the title") {
  for (const std::string_view wrong : {"The Clairns Administrator based", "The Claims Administratorbased"}) {
    auto second = issue("A walker is medically necessary and appropriate.", "He limps.");
    constexpr std::string_view kRight = "The Claims Administrator based";
    second.replace(second.find(kRight), kRight.size(), wrong);
    const auto letter = read(layout_c(
        "PARTIAL OVERTURN", issue("A brace is not medically necessary and appropriate.", "No.") + second));
    CHECK(decisions_of(letter) == Decisions{"brace: upheld", "walker: overturned"});
  }
}

TEST_CASE("layout C is read without the heading of its issues") {
  auto text = layout_c("UPHOLD", issue("1. A brace is not medically necessary and appropriate.", "No."));
  constexpr std::string_view kHeading = "IMR DECISION(S) AND RATIONALE(S)";
  text.replace(text.find(kHeading), kHeading.size(),
               "The Final Determination was based on decisions for the disputed items/services set forth "
               "below:");
  const auto letter = read(text);
  CHECK(decisions_of(letter) == Decisions{"brace: upheld"});
  CHECK(letter.layout == Layout::c);
  CHECK(letter.clinical_summary == "The patient is a 40 year old man.");
}

TEST_CASE("a short last line of a rationale is no part of the heading below it") {
  const auto list = determined("an MRI", kIsNot) + "\n" + determined("a brace", kIs);
  const auto letter = read(layout_b(
      list, list, explanation("an MRI", "No red flags.\nGain.") + explanation("a brace", "It gives way.")));
  CHECK(letter.issues[0].rationale == "No red flags. Gain.");
  CHECK(letter.issues[1].rationale == "It gives way.");
}

TEST_CASE("the titles of layout C decide, numbered or not") {
  const struct {
    std::string_view first;
    std::string_view second;
  } cases[] = {
      {"1. A brace is not medically necessary and appropriate.",
       "2. A walker is medically necessary and appropriate."},
      {"1) A brace is notmedically necessary and appropriate.", "2) A walker is medically  necessary."},
      {"Issue #1: A brace is not medically necessary.", "Issue #2: A walker is medically necessary."},
      {"A brace is not medically necessary and appropriate.",
       "A walker is medically necessary and appropriate."},
      {"The request for A brace is not medically\nnecessary and appropriate.",
       "The request for A walker is medically necessary\nandappropriate."},
      {"1. A brace: Upheld", "2. A walker: Overturned"},
      {"1. A brace is not medically necessary and appropriate at this time.",
       "2. A walker is medically necessary and appropriate for this worker:"},
      {"A brace is not rnedically neccessary and appropriate.",
       "A walker is medical necessary and appropriate (see below)."},
  };
  for (const auto& c : cases) {
    CAPTURE(c.first);
    const auto letter =
        read(layout_c("PARTIAL OVERTURN", issue(c.first, "The brace is not medically necessary.") +
                                              issue(c.second, "The walker is needed.")));
    CHECK(decisions_of(letter) == Decisions{"brace: upheld", "walker: overturned"});
    CHECK(letter.layout == Layout::c);
    CHECK(letter.issues[1].rationale == "The walker is needed.");
    CHECK(letter.issues[1].reviewer_guidelines.front().pages == std::vector<PageRange>{{304, 304}});
    CHECK_FALSE(reports(letter, "outcome_mismatch"));
  }
}

TEST_CASE("a title of layout C whose verdict cannot be told is decided by its rationale or named") {
  constexpr std::string_view kTitle = "2. A walker is xq medically necessary and appropriate.";
  const auto first = issue("1. A brace is not medically necessary and appropriate.", "The knee is firm.");
  const auto told =
      read(layout_c("PARTIAL OVERTURN", first + issue(kTitle, "The request is medically necessary.")));
  CHECK(decisions_of(told) == Decisions{"brace: upheld", "walker: overturned"});
  CHECK(reports(told, "decision_from_rationale"));
  const auto silent = read(layout_c("PARTIAL OVERTURN", first + issue(kTitle, "He walks.")));
  CHECK(decisions_of(silent) == Decisions{"brace: upheld"});
  CHECK(silent.issues[0].rationale == "The knee is firm.");
  const auto lost = std::ranges::find(silent.problems, "no_decision", &Problem::code);
  REQUIRE(lost != silent.problems.end());
  CHECK(lost->message == "issue \"walker\": no decision");
}

TEST_CASE("a slip in one list or heading of layout B makes no other issue") {
  const auto list = "1) " + determined("Norco 10/325mg #60", kIsNot) + "\n2) " + determined("a walker", kIs);
  const auto text =
      explanation("Norco 10/325mg #60", "No gain.") + explanation("a walker", "It is medically necessary.");
  const auto with = [](std::string whole, std::string_view right, std::string_view wrong) {
    return whole.replace(whole.find(right), right.size(), wrong);
  };
  const auto of = [](const std::string& first, const std::string& second, const std::string& reasons) {
    return read(layout_b(first, second, reasons));
  };
  const Determination letters[] = {
      of(with(list, "request for Norco", "rcquest for Norco"), list, text),
      of(with(list, "the request for Norco", "therequestfor Norco"), list, text),
      of(with(list, "determined", "deterrnincd"), list, text),
      of(list, with(list, "10/325mg", "l0/325mg"), text),
      of(list, list, with(text, "Regarding the", "Regardingthe")),
      of(list, list, with(text, "Regarding the request for a", "Rcgarding tbe rcquest for a")),
  };
  for (const auto& letter : letters) {
    CHECK(decisions_of(letter) == Decisions{"Norco 10/325mg #60: upheld", "walker: overturned"});
    CHECK(letter.issues.front().rationale == "No gain.");
    CHECK_FALSE(reports(letter, "list_mismatch"));
  }
}

TEST_CASE("what only the second list of layout B has keeps its place") {
  const auto brace = "1) " + determined("a brace", kIs) + "\n";
  const auto walker = "2) " + determined("a walker", kIsNot) + "\n";
  const auto cane = "3) " + determined("a cane", kIsNot) + "\n";
  CHECK(decisions_of(read(layout_b(brace + cane, brace + walker + cane, ""))) ==
        Decisions{"brace: overturned", "walker: upheld", "cane: upheld"});
}

TEST_CASE("the last verdict of a listed decision of layout B counts") {
  const auto list = determined("a brace that is medically necessary per Dr. X", kIsNot);
  CHECK(decisions_of(read(layout_b(list, list, ""))) ==
        Decisions{"brace that is medically necessary per Dr. X: upheld"});
}

TEST_CASE("a list inside a rationale of layout C begins no issue") {
  const auto letter = read(layout_c(
      "UPHOLD", issue("1. A brace is not medically necessary and appropriate.",
                      "The criteria are:\n\n1. Instability\n2. Training\n\nNone is met.") +
                    issue("2. A walker is not medically necessary and appropriate.", "He walks well.")));
  CHECK(decisions_of(letter) == Decisions{"brace: upheld", "walker: upheld"});
}

TEST_CASE("a cover letter's outcome is checked, and decides where nothing else does") {
  const auto wrong = read(layout_c("OVERTURN", issue("1. A brace is not medically necessary.", "No.")));
  CHECK(decisions_of(wrong) == Decisions{"brace: upheld"});
  CHECK(reports(wrong, "outcome_mismatch"));
  const auto only = read(layout_c("OVERTURN", issue("1. A brace", "The knee gives way.")));
  CHECK(decisions_of(only) == Decisions{"brace: overturned"});
  CHECK(reports(only, "decision_from_outcome"));
  CHECK_THROWS_AS(read(layout_c("PARTIAL OVERTURN", issue("1. A brace", "The knee gives way."))),
                  CorpusError);
}

TEST_CASE("issues in the words of C under the headings of D are read") {
  const auto letter = read(
      "CLINICAL CASE SUMMARY\n\nThe patient is a 40 year old man.\n\nIMR ISSUES, DECISIONS AND "
      "RATIONALES\n\n" +
      issue("1. A brace is not medically necessary and appropriate.", "The knee is firm."));
  CHECK(decisions_of(letter) == Decisions{"brace: upheld"});
  CHECK(letter.layout == Layout::c);
}

TEST_CASE("a letter of an unknown layout is refused with its headings") {
  try {
    read("DOCUMENTS REVIEWED\n\nRecords.\n\nEFFECT OF THE DECISION\n\nNone.\n");
    FAIL("not refused");
  } catch (const CorpusError& error) {
    CHECK(error.code() == "unsupported_layout");
    CHECK(std::string_view(error.what()) ==
          "a letter of a layout that is not known; its headings: \"DOCUMENTS REVIEWED\", \"EFFECT OF THE "
          "DECISION\"");
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_reader.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "corpus/corpus_error.h"
#include "corpus/letter_lines.h"

using namespace imr;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kHeader =
    "Case Number:          CM00-0000123\n"
    "Date Assigned:        11/09/2016                      Date of Injury:      10/13/2016\n"
    "Decision Date:        12/09/2016                      UR Denial Date:      11/03/2016\n"
    "Priority:             Standard                        Application          11/04/2016\n"
    "                                                      Received:\n\n";

constexpr std::string_view kMade =
    "                 HOW THE IMR FINAL DETERMINATION WAS MADE\n"
    "MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no\n"
    "affiliation with the employer.\n\n"
    "The Expert Reviewer has the following credentials:\n"
    "State(s) of Licensure: California,Texas\n"
    "Certification(s)/Specialty: Family Practice\n\n";

constexpr std::string_view kSummary =
    "                                CLINICAL CASE SUMMARY\n"
    "The expert reviewer developed the following clinical case summary based on a review of the\n"
    "case file, including all medical records:\n\n"
    "The injured worker is a 45 year old female, who sustained an industrial injury on 10-13-16. The\n"
    "diagnoses have included neck strain and left shoulder contusion. On 11-3-16, utilization review\n"
    "non-certified the request.\n\n";

constexpr std::string_view kIssuesHeading =
    "                      IMR ISSUES, DECISIONS AND RATIONALES\n"
    "The Final Determination was based on decisions for the disputed items/services set forth below:\n\n";

constexpr std::string_view kGuidelines =
    "Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for\n"
    "its decision.\n\n"
    "MAXIMUS guideline: Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies.\n\n";

std::string with_issues(std::string_view issues) {
  return std::string(kHeader) + std::string(kMade) + std::string(kSummary) + std::string(kIssuesHeading) +
         std::string(issues);
}

// One issue with its guidelines.
std::string issue(std::string_view title, std::string_view rationale) {
  return std::string(title) + "\n\n" + std::string(kGuidelines) +
         "Decision rationale: " + std::string(rationale) + "\n\n";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

// As texts of another extractor come: every line break doubled, blanks at the ends, no header table.
std::string doubled(std::string_view letter) {
  std::string text;
  for (;;) {
    const auto end = letter.find('\n');
    text += std::string(trimmed(letter.substr(0, end)));
    text += " \n\n";
    if (end == letter.npos) return text;
    letter.remove_prefix(end + 1);
  }
}

std::vector<std::string> codes_of(const Determination& letter) {
  std::vector<std::string> codes;
  for (const auto& problem : letter.problems) codes.push_back(problem.code);
  return codes;
}

bool has_code(const Determination& letter, std::string_view code) {
  return std::ranges::count(letter.problems, code, &Problem::code) > 0;
}

Determination read(std::string_view text) { return read_letter(text, nullptr); }

std::string code_of_error(std::string_view text) {
  try {
    read(text);
  } catch (const CorpusError& error) {
    return error.code();
  }
  return "";
}

std::vector<std::string> treatments(const Determination& letter) {
  std::vector<std::string> result;
  for (const auto& i : letter.issues) result.push_back(i.treatment);
  return result;
}

using Texts = std::vector<std::string>;

const std::string kTwoIssues =
    issue("MRI of the left shoulder: Upheld", "No red flag is there. The MRI is not\nmedically necessary.") +
    issue("Ice pack: Overturned", "Ice is\nmedically necessary.");

}  // namespace

TEST_CASE("a whole letter is read without a problem") {
  const auto letter = read(with_issues(kTwoIssues));
  CHECK(letter.case_number == "CM00-0000123");
  CHECK(letter.layout == Layout::f);
  CHECK(letter.decision_date == Date(2016y / 12 / 9));
  CHECK(letter.application_received == Date(2016y / 11 / 4));
  CHECK(letter.priority == Priority::standard);
  CHECK(letter.reviewer.states == Texts{"California", "Texas"});
  CHECK(letter.reviewer.specialties == Texts{"Family Medicine"});
  CHECK(letter.worker == Worker{45, Sex::female});
  CHECK(letter.diagnoses == Texts{"neck strain", "left shoulder contusion"});
  CHECK(letter.outcome == Outcome::partly_overturned);
  CHECK(letter.clinical_summary ==
        "The injured worker is a 45 year old female, who sustained an industrial injury on 10-13-16. The "
        "diagnoses "
        "have included neck strain and left shoulder contusion. On 11-3-16, utilization review non-certified "
        "the "
        "request.");
  CHECK(letter.problems.empty());
  REQUIRE(letter.issues.size() == 2);
  CHECK(letter.issues[0].issue_no == 1);
  CHECK(letter.issues[0].title == "MRI of the left shoulder");
  CHECK(letter.issues[0].decision == Decision::upheld);
  CHECK(letter.issues[0].rationale == "No red flag is there. The MRI is not medically necessary.");
  REQUIRE(letter.issues[0].reviewer_guidelines.size() == 1);
  CHECK(letter.issues[0].reviewer_guidelines[0].id == "ACOEM2-09");
  CHECK(letter.issues[0].claims_administrator_guidelines[0].id == "NONE");
  CHECK(letter.issues[1].decision == Decision::overturned);
}

TEST_CASE("the same is read whatever the extractor did to the lines") {
  const auto plain = with_issues(kTwoIssues);
  const auto whole = read(plain);
  const std::string variants[] = {
      replaced(plain, "\n", "\r\n"),
      replaced(plain, " ", "\u00A0"),
      replaced(plain, "\n\n", "\n"),
      replaced(plain, "CLINICAL CASE SUMMARY", "Clinical Case Summary"),
      replaced(plain, "Decision rationale:", "DECISION RATIONALE:"),
      replaced(plain, "Claims Administrator guideline:", "CLAIMS ADMINISTRATOR GUIDELINE :"),
      replaced(plain, ": Upheld", ": UPHELD"),
      replaced(plain, ": Upheld", ":\nUpheld"),
      replaced(plain, "Claims Administrator g", "\fClaims Administrator g"),
      replaced(plain, "MRI of the left", "\fMRI of the\n\fleft"),
      replaced(plain, "IMR ISSUES, DECISIONS AND RATIONALES\n", "IMR ISSUES, DECISIONS AND RATIONALES\n\f"),
      replaced(plain, "shoulder contusion", "shoulder\n\fcontusion"),
      replaced(plain, "DECISIONS AND RATIONALES", "DECISIONS AND\nRATIONALES"),
      replaced(plain, "DECISIONS AND RATIONALES", "DECISIONS & RATIONALES"),
      replaced(plain, "all medical records:", "all medical\nrecords:"),
      replaced(plain, "set forth below:", "set\nforth below:"),
  };
  for (const auto& variant : variants) {
    CAPTURE(variant);
    auto letter = read(variant);
    CHECK(letter == whole);
  }
}

TEST_CASE("a text with doubled breaks and no header gives the same but the header") {
  const auto text = doubled(with_issues(kTwoIssues).substr(kHeader.size()));
  const auto letter = read(text);
  const auto whole = read(with_issues(kTwoIssues));
  CHECK(letter.case_number.empty());
  CHECK_FALSE(letter.decision_date);
  CHECK(letter.clinical_summary == whole.clinical_summary);
  CHECK(letter.issues == whole.issues);
  CHECK(letter.date_of_injury == Date(2016y / 10 / 13));
  CHECK(letter.ur_denial_date == Date(2016y / 11 / 3));
  CHECK(codes_of(letter) == Texts{"no_header", "date_from_summary", "date_from_summary"});
}

TEST_CASE("titles are found without gaps, across lines and pages, and with colons inside") {
  const struct {
    std::string_view title;
    std::string_view treatment;
  } cases[] = {
      {"Associated surgical service: Cold therapy unit: Upheld",
       "Associated surgical service: Cold therapy unit"},
      {"Physical therapy two times a week for six weeks for the neck, the left shoulder and the\nlow back: "
       "Upheld",
       "Physical therapy two times a week for six weeks for the neck, the left shoulder and the low back"},
      {"Physical therapy 6 sessions 2 times a week for 3 weeks to the lumbar and cervical spine:\nUpheld",
       "Physical therapy 6 sessions 2 times a week for 3 weeks to the lumbar and cervical spine"},
      {"Twelve sessions of acupuncture with infrared heat, two times a week for six weeks, for\n\fthe low "
       "back: Upheld",
       "Twelve sessions of acupuncture with infrared heat, two times a week for six weeks, for the low back"},
      {"Transfer of care to the pain management program of the clinic led by Dr.\nSmith: Upheld",
       "Transfer of care to the pain management program of the clinic led by Dr. Smith"},
      {"Norco 10/325mg #60 was the original request. Norco 10/325mg #25 was authorized by the\nClaims "
       "Administrator. "
       "The remaining IMR eligible portion of the original request, Norco\n10/325mg #35 is: Upheld",
       "Norco 10/325mg #35"},
      {"Chiropractic therapy of the cervical spine, eight sessions, was the original request.\nChiropractic "
       "therapy of "
       "the cervical spine, six sessions, was authorized by the Claims\nAdministrator. The remaining IMR "
       "eligible "
       "portion of the original request, chiropractic\ntherapy, #2 is: Upheld",
       "chiropractic therapy, #2"},
      {"Purchase of a commode was the original request. The Claims Administrator authorized one for 1 month, "
       "leaving "
       "the original request IMR\neligible. The original request, purchase of a commode: Upheld",
       "purchase of a commode"},
  };
  const std::string rationale =
      "The guideline does not support what the provider asks for in this worker, who has\n"
      "no sign of it, and so the request is not medically necessary.";
  for (const auto& c : cases) {
    CAPTURE(c.title);
    const auto text = with_issues(issue("Ice pack: Overturned", rationale) + issue(c.title, rationale));
    const auto expected = Texts{"Ice pack", std::string(c.treatment)};
    CHECK(treatments(read(text)) == expected);
    const auto dense = read(replaced(text, "\n\n", "\n"));
    CHECK(treatments(dense) == expected);
    CHECK(dense.issues[0].rationale.ends_with("is not medically necessary."));
  }
}

TEST_CASE("a title begins after a verdict or a finished page even in lower case") {
  const std::string first =
      issue("Ice pack: Overturned",
            "The worker has tried several other treatments already. Therefore, as said\n"
            "above in full, the request is\nmedically necessary.");
  const std::string second = issue("x-ray of the left knee: Upheld", "It is not medically necessary.");
  const auto text = with_issues(first + second);
  for (const std::string_view between : {"\n", "\n\f", "\n\n\f", "\n\n\f\n\n"}) {
    CAPTURE(between);
    const auto letter =
        read(replaced(text, "necessary.\n\nx-ray", "necessary." + std::string(between) + "x-ray"));
    CHECK(treatments(letter) == Texts{"Ice pack", "x-ray of the left knee"});
    CHECK(letter.issues[0].rationale.ends_with("is medically necessary."));
  }
}

TEST_CASE("a title after a gap is whole however its lines are broken") {
  const struct {
    std::string_view title;
    std::string_view treatment;
  } cases[] = {
      {"Cream of Flurbiprofen 20%, Baclofen 2% and Gabapentin 6%, 240 gm.\nApply twice daily",
       "Cream of Flurbiprofen 20%, Baclofen 2% and Gabapentin 6%, 240 gm. Apply twice daily"},
      {"DME:\nFront wheeled walker with seat", "DME: Front wheeled walker with seat"},
      {"Associated surgical services:\n1. Cold therapy unit\n2. Sling",
       "Associated surgical services: 1. Cold therapy unit 2. Sling"},
      {"Physical Therapy\nThree Times a Week for Four Weeks",
       "Physical Therapy Three Times a Week for Four Weeks"},
      {"Arthroscopy with decompression, distal clavicle resection, and\n\nrotator cuff repair",
       "Arthroscopy with decompression, distal clavicle resection, and rotator cuff repair"},
      {"Norco #120 was the original request. The remaining IMR eligible portion of the original request,\n"
       "Norco\nNorco #30 is",
       "Norco Norco #30"},
      {"Norco #120 was the original request. Norco #90 was authorized by the Claims\n\nAdministrator. "
       "The remaining IMR eligible portion of the original request, Norco #30 is",
       "Norco #30"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.title);
    const auto letter = read(
        with_issues(issue("Ice pack: Overturned", "Nobody has tried it.\n\nIce is medically necessary.") +
                    issue(std::string(c.title) + ": Upheld", "It is not medically necessary.")));
    CHECK(treatments(letter) == Texts{"Ice pack", std::string(c.treatment)});
    CHECK(letter.issues[0].rationale.ends_with("Ice is medically necessary."));
  }
}

TEST_CASE("a paragraph of the rationale is no part of the title below it") {
  const auto text = with_issues(
      issue("Ice pack: Overturned", "Nobody has tried it.\n\nThe records should be sent again in 4 weeks.") +
      issue("Heat pack: Upheld", "It is not medically necessary."));
  const auto letter = read(replaced(text, "weeks.\n\nHeat", "weeks.\nHeat"));
  CHECK(treatments(letter) == Texts{"Ice pack", "Heat pack"});
  CHECK(letter.issues[0].rationale.ends_with("in 4 weeks."));
}

TEST_CASE("a decision quoted from an earlier letter begins no issue") {
  const std::string quoting =
      issue("Lidocaine patch: Upheld",
            "The earlier review of this case reads:\n\nLidocaine patch 5%: Overturned\n\n"
            "This was in 2014. The request is not medically necessary.");
  const auto last = read(with_issues(quoting));
  CHECK(treatments(last) == Texts{"Lidocaine patch"});
  CHECK(last.outcome == Outcome::upheld);
  const auto first =
      read(with_issues(quoting + issue("Ice pack: Overturned", "Ice is medically necessary.")));
  CHECK(treatments(first) == Texts{"Lidocaine patch", "Ice pack"});
  CHECK(first.issues[0].rationale.ends_with("This was in 2014. The request is not medically necessary."));
}

TEST_CASE("a heading with a decision and nothing after it counts") {
  const auto letter =
      read(with_issues(issue("Ice pack: Overturned", "Ice is medically necessary.") + "Heat pack: Upheld\n"));
  CHECK(treatments(letter) == Texts{"Ice pack", "Heat pack"});
  CHECK(letter.issues[0].rationale == "Ice is medically necessary.");
  CHECK(letter.issues[1].rationale.empty());
  CHECK(codes_of(letter) == Texts{"no_citation", "no_rationale", "truncated"});
  CHECK(letter.problems[0].message == "issue \"Heat pack\": no guideline of the reviewer");
}

TEST_CASE("a letter cut in the middle of a rationale is read and reported") {
  const auto text = with_issues(kTwoIssues);
  const auto letter = read(text.substr(0, text.find("Ice is") + 6));
  CHECK(treatments(letter) == Texts{"MRI of the left shoulder", "Ice pack"});
  CHECK(letter.issues[1].rationale == "Ice is");
  CHECK(codes_of(letter) == Texts{"truncated"});
}

TEST_CASE("a title cut before its decision is no part of the rationale above it") {
  const std::string closed = "The knee is firm. The brace is not medically necessary.";
  for (const std::string_view end : {"\n\nCane of\n", "\nCane of\n", "\n\nAssociated surgical service:\n",
                                     "\n\fCane of the right\nlength,\n"}) {
    CAPTURE(end);
    const auto text = with_issues(std::string("Knee brace: Upheld\n\n") + std::string(kGuidelines) +
                                  "Decision rationale: " + closed + std::string(end));
    const auto letter = read(text);
    CHECK(treatments(letter) == Texts{"Knee brace"});
    CHECK(letter.issues[0].rationale == closed);
    CHECK(codes_of(letter) == Texts{"no_decision", "truncated"});
  }
  const auto sentence = read(with_issues(issue("Knee brace: Upheld", closed + " A cane is")));
  CHECK(sentence.issues[0].rationale == closed + " A cane is");
  CHECK(codes_of(sentence) == Texts{"truncated"});
}

TEST_CASE("a label without its colon is a label where the form goes on behind it") {
  const std::string text = with_issues(
      replaced(replaced(kTwoIssues, "Claims Administrator guideline: ", "Claims Administrator guideline "),
               "Decision rationale: ", "Decision rationale. "));
  const auto letter = read(replaced(text, "MAXIMUS guideline: ", "MAXIMUS guideline "));
  CHECK(letter.issues == read(with_issues(kTwoIssues)).issues);
  const auto prose =
      read(with_issues(issue("Ice pack: Overturned",
                             "The\nMAXIMUS guideline is old.\nDecision rationale of others differs.\n"
                             "Claims Administrator guideline use was right. Ice is medically necessary.")));
  REQUIRE(prose.issues.size() == 1);
  CHECK(prose.issues[0].rationale.starts_with("The MAXIMUS guideline is old. Decision rationale of others"));
}

TEST_CASE("a decision with a slip in it is read, with a problem that shows it") {
  const auto letter = read(with_issues(replaced(kTwoIssues, ": Upheld", ": Uphcld")));
  CHECK(letter.issues == read(with_issues(kTwoIssues)).issues);
  REQUIRE(codes_of(letter) == Texts{"decision_slip"});
  CHECK(letter.problems[0].message == "issue \"MRI of the left shoulder\": \"Uphcld\" is read as upheld");
}

TEST_CASE("a wrong letter in a label of the credentials costs neither list") {
  const auto text = with_issues(kTwoIssues);
  const auto whole = read(text);
  for (const auto& [label, slip] : {std::pair("Certification", "Centification"),
                                    {"Certification", "Gertification"},
                                    {"Specialty", "Spccialty"},
                                    {"Licensure", "Licensurc"}}) {
    CAPTURE(slip);
    REQUIRE(text.find(label) != std::string::npos);
    CHECK(read(replaced(text, label, slip)).reviewer == whole.reviewer);
  }
}

TEST_CASE("a title whose decision cannot be read is named") {
  const auto letter = read(with_issues(replaced(kTwoIssues, "Ice pack: Overturned", "Ice pack: Xxxx")));
  CHECK(treatments(letter) == Texts{"MRI of the left shoulder"});
  REQUIRE(has_code(letter, "no_decision"));
  CHECK(letter.problems[0].message == "no decision after the title \"Ice pack: Xxxx\"");
}

TEST_CASE("guidelines without a decision before them are reported and give no issue") {
  const auto letter = read(with_issues(issue("Ice pack: Overturned", "Ice is medically necessary.") +
                                       issue("Heat pack", "Heat is not medically necessary.")));
  CHECK(treatments(letter) == Texts{"Ice pack"});
  CHECK(letter.issues[0].rationale == "Ice is medically necessary.");
  CHECK(has_code(letter, "no_decision"));
}

TEST_CASE("labels are found within a line") {
  const auto text = with_issues(kTwoIssues);
  const auto whole = read(text);
  for (const auto& variant : {replaced(text, "\n\nClaims Administrator g", " Claims Administrator g"),
                              replaced(text, "\n\nMAXIMUS guideline", " MAXIMUS guideline"),
                              replaced(text, "\n\nDecision rationale", " Decision rationale")}) {
    CAPTURE(variant);
    CHECK(read(variant) == whole);
  }
}

TEST_CASE("guidelines of the claims administrator without their label are read and reported") {
  const auto text = with_issues(kTwoIssues);
  const auto letter = read(replaced(text, "Claims Administrator guideline: ", ""));
  CHECK(letter.issues == read(text).issues);
  CHECK(codes_of(letter) == Texts{"no_guideline_label", "no_guideline_label"});
}

TEST_CASE("a label quoted at the beginning of a line leaves the rationale whole") {
  const auto letter =
      read(with_issues(issue("Ice pack: Overturned",
                             "Nobody knows. See the\nClaims Administrator guideline: it cites "
                             "nothing. Ice is medically necessary.")));
  REQUIRE(letter.issues.size() == 1);
  CHECK(letter.issues[0].rationale.starts_with("Nobody knows."));
  CHECK(letter.issues[0].rationale.ends_with("Ice is medically necessary."));
}

TEST_CASE("a case number on a cover page is not that of the table") {
  const auto text = with_issues(kTwoIssues);
  const auto letter = read("REVIEW\nIMR Case Number: CM00-0000999\nDear worker,\n\f" + text);
  CHECK(letter.case_number == "CM00-0000123");
  CHECK(letter.decision_date == Date(2016y / 12 / 9));
}

TEST_CASE("without its label the rationale is what follows the citation") {
  const auto text = with_issues(kTwoIssues);
  for (const auto& variant : {replaced(text, "Decision rationale: ", ""),
                              replaced(replaced(text, "Decision rationale: ", ""), "\n\n", "\n")}) {
    CAPTURE(variant);
    const auto letter = read(variant);
    REQUIRE(letter.issues.size() == 2);
    CHECK(letter.issues[0].rationale == "No red flag is there. The MRI is not medically necessary.");
    CHECK(letter.issues[0].reviewer_guidelines[0].id == "ACOEM2-09");
    CHECK(has_code(letter, "no_rationale_label"));
  }
}

TEST_CASE("words of decision inside a rationale begin no issue") {
  const auto letter = read(with_issues(
      issue("Ice pack: Overturned",
            "The earlier review said the denial should be\nupheld. An appeal of 2015 was\noverturned "
            "and the decision stood: it was upheld\nby all. Ice is medically necessary.")));
  CHECK(treatments(letter) == Texts{"Ice pack"});
  CHECK(letter.issues[0].rationale.ends_with("Ice is medically necessary."));
}

TEST_CASE("reading ends where another letter begins, which is reported") {
  const auto text = with_issues(kTwoIssues);
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  auto letter = read(text + replaced(text, "CM00-0000123", "CM00-0000124"));
  REQUIRE(letter.problems.size() == 1);
  CHECK(letter.problems[0].code == "second_letter");
  CHECK(letter.problems[0].line == lines + 1);
  letter.problems.clear();
  CHECK(letter == read(text));
}

TEST_CASE("paragraphs of a rationale stay apart") {
  const auto letter =
      read(with_issues(issue("Ice pack: Upheld", "Ice is cold.\n\nThe request is not medically necessary.")));
  CHECK(letter.issues[0].rationale == "Ice is cold.\n\nThe request is not medically necessary.");
}

TEST_CASE("where header and summary disagree the header counts") {
  const auto letter =
      read(replaced(with_issues(kTwoIssues), "On 11-3-16, utilization", "On 11-2-16, utilization"));
  CHECK(letter.ur_denial_date == Date(2016y / 11 / 3));
  REQUIRE(letter.problems.size() == 1);
  CHECK(letter.problems[0].code == "date_mismatch");
  CHECK(letter.problems[0].line == 20);
}

TEST_CASE("problems come in the order of lines, to the callback and into the result") {
  std::vector<Problem> seen;
  const auto text =
      replaced(with_issues(issue("Ice pack: Upheld", "") + "Heat: Upheld"), "12/09/2016", "12/39/2016");
  const auto letter = read_letter(text, [&](const Problem& problem) { seen.push_back(problem); });
  CHECK(seen == letter.problems);
  CHECK(std::ranges::is_sorted(seen, {}, &Problem::line));
  CHECK(seen.front() == Problem{3, "bad_date", "\"12/39/2016\" is no date"});
}

TEST_CASE("missing parts are reported") {
  const auto no_summary =
      read(std::string(kHeader) + std::string(kMade) + std::string(kIssuesHeading) + kTwoIssues);
  CHECK(has_code(no_summary, "no_summary"));
  const auto no_made =
      read(std::string(kHeader) + std::string(kSummary) + std::string(kIssuesHeading) + kTwoIssues);
  CHECK(has_code(no_made, "no_credentials"));
  const auto no_heading = read(std::string(kMade) + std::string(kSummary) + kTwoIssues);
  CHECK(treatments(no_heading) == Texts{"MRI of the left shoulder", "Ice pack"});
  CHECK(no_heading.clinical_summary.ends_with("non-certified the request."));
}

TEST_CASE("the layout follows from credentials, citations and the decision's date") {
  const auto f = with_issues(kTwoIssues);
  const auto e = replaced(f, "MTUS Shoulder Complaints 2004, Section(s): Special Studies.",
                          "MTUS ACOEM Chapter 9 Shoulder Complaints Page(s): 207-209.");
  const auto prose =
      replaced(replaced(e, "affiliation with the employer.",
                        "affiliation with the employer. The expert reviewer is Board Certified in\n"
                        "Family Practice, and is licensed to practice in Texas."),
               "The Expert Reviewer has the following credentials:\nState(s) of Licensure: "
               "California,Texas\nCertification(s)/Specialty: Family Practice\n\n",
               "");
  const auto g = replaced(replaced(f, "12/09/2016", "12/09/2019"), "Shoulder Complaints 2004",
                          "Shoulder Disorders 2016");
  CHECK(read(f).layout == Layout::f);
  CHECK(read(e).layout == Layout::e);
  CHECK(read(prose).layout == Layout::d);
  CHECK(read(prose).reviewer == Reviewer{{"Family Medicine"}, {"Texas"}});
  CHECK(read(g).layout == Layout::g);
  CHECK(read(g.substr(kHeader.size())).layout == Layout::g);
}

TEST_CASE("what is no letter, and what has no issue, is told by its code") {
  CHECK(code_of_error("") == "empty");
  CHECK(code_of_error(" \n\f\n ") == "empty");
  CHECK(code_of_error("A note about an MRI. It was upheld.\n") == "no_determination");
  CHECK(code_of_error(std::string(kHeader) + std::string(kMade) + std::string(kSummary)) ==
        "no_determination");
  CHECK(code_of_error("MEDICAL PROFESSIONAL REVIEW\nISSUE AT DISPUTE: MRI\nCASE SUMMARY:\nText.\n") ==
        "no_determination");
  CHECK(code_of_error("MAXIMUS FEDERAL SERVICES, INC.\nNotice of Independent Medical Review Determination\n"
                      "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE\nText.\n") == "no_determination");
  CHECK(code_of_error("HOW THE IMR FINAL DETERMINATION WAS MADE\nText.\nDOCUMENTS REVIEWED\nA list.\n"
                      "CLINICAL CASE SUMMARY\nText.\nIMR DECISION(S) AND RATIONALE(S)\nText.\n") ==
        "no_determination");
}

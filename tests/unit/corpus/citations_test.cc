// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/citations.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace imr {
namespace {

using Strings = std::vector<std::string>;
using Pages = std::vector<PageRange>;
using std::chrono::year;

constexpr Date kBefore = year{2016} / 10 / 3;
constexpr Date kFirstDay = year{2017} / 12 / 1;
constexpr Date kAfter = year{2019} / 6 / 12;

std::vector<GuidelineCitation> read(std::string_view text, std::optional<Date> date = kBefore) {
  return read_citations(text, {.claims_administrator = false, .decision_date = date});
}

Strings ids(std::string_view text, std::optional<Date> date = kBefore) {
  Strings found;
  for (const GuidelineCitation& citation : read(text, date)) found.push_back(citation.id);
  return found;
}

struct Case {
  std::string text;
  Strings ids;
};

TEST_CASE("MTUS titles are read with and without chapter number, year, sections and pages") {
  const Case cases[] = {
      {"Decision based on MTUS Knee Complaints 2004.", {"ACOEM2-13"}},
      {"Decision based on MTUS ACOEM Chapter 13 Knee Complaints Page(s): 341.", {"ACOEM2-13"}},
      {"Decision based on MTUS ACOEM Chapter 13 Page(s): 341, Chapter 14 Page(s): 370.",
       {"ACOEM2-13", "ACOEM2-14"}},
      {"Decision based on MTUS ACOEM Chapters 9 and 11.", {"ACOEM2-09", "ACOEM2-11"}},
      {"Decision based on MTUS ACOEM Practice Guidelines, Neck and Upper Back.", {"ACOEM2-08"}},
      {"Decision based on MTUS Forearm, Wrist & Hand Complaints, Low Back Complaints.",
       {"ACOEM2-11", "ACOEM2-12"}},
      {"Decision based on MTUS Stress Related Conditions Page(s): 400.", {"ACOEM2-15"}},
      {"Decision based on MTUS Accupuncture Treatment Guidelines.", {"MTUS-ACU"}},
      {"Decision based on MTUS Forewarm, Wrist, and Hand Complaints.", {"ACOEM2-11"}},
      {"Decision based on MTUS Post-Surgical Treatment Guidelines.", {"MTUS-PSTG"}},
      {"Decision based on MTUS Opioids Treatment Guidelines.", {"MTUS-OPI16"}},
      {"Decision based on MTUS Chronic Pain Treatment Guidelines Opioids, criteria for use Page(s): 76-80.",
       {"MTUS-CPMTG09"}},
      {"Decision based on MTUS ACOEM.", {"ACOEM"}},
      {"Decision based on MTUS ACOEM, Chronic Pain Treatment Guidelines.", {"ACOEM", "MTUS-CPMTG09"}},
      {"Decision based on MTUS.", {"ACOEM"}},
      {"Decision based on CA MTUS.", {"ACOEM"}},
      {"based its decision on the California MTUS guidelines.", {"ACOEM"}},
      {"The Expert Reviewer based their decision on the MTUS. Decision based on MTUS Knee Complaints 2004.",
       {"ACOEM2-13"}},
      {"The Expert Reviewer based their decision on the MTUS Guidelines. Decision based on MTUS Eye "
       "Complaints.",
       {"ACOEM2-16"}},
      {"based its decision on the State of California MTUS.", {"ACOEM"}},
      {"Decision based on MTUS. Decision based on Non-MTUS Citation ODG Knee.", {"ACOEM", "ODG-KNEE"}},
      {"Decision based on MTUS: Manual therapy & manipulation, page 58.", {"MTUS-CPMTG09"}},
      {"Decision based on MTUS Electrodiagnostic testing (EMG/NCS).", {"MTUS-CPMTG16"}},
      {"Decision based on MTUS: Physical Methods.", {"ACOEM"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ids(c.text) == c.ids);
  }
}

TEST_CASE("pages belong to the title before them") {
  const auto found = read(
      "Decision based on MTUS ACOEM Chapter 9 Shoulder Complaints Page(s): 207-9 214,Chronic Pain Treatment "
      "Guidelines Page(s): 63 of 127.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].pages == Pages{{207, 209}, {214, 214}});
  CHECK(found[0].label == "ACOEM Shoulder Complaints");
  CHECK(found[0].as_written == "MTUS ACOEM Chapter 9 Shoulder Complaints Page(s): 207-9 214");
  CHECK(found[1].id == "MTUS-CPMTG09");
  CHECK(found[1].pages == Pages{{63, 63}});
}

TEST_CASE("pages are written in many ways") {
  const struct {
    std::string pages;
    Pages expected;
  } cases[] = {
      {"Page(s): 303-305", {{303, 305}}},       {"pages 303 to 305", {{303, 305}}},
      {"Pages 287 \u2013 291", {{287, 291}}},   {"page 98 and 99", {{98, 98}, {99, 99}}},
      {"pg. 12, 14-6", {{12, 12}, {14, 16}}},   {"p. 1198-203", {{1198, 1203}}},
      {"Page(s): 90-40", {{90, 90}, {40, 40}}}, {"Page(s): none", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.pages);
    const auto found = read("Decision based on MTUS Low Back Complaints " + c.pages);
    REQUIRE(found.size() == 1);
    CHECK(found[0].pages == c.expected);
  }
}

TEST_CASE("the year is the one written, else that of the only or first edition") {
  const struct {
    std::string text;
    std::string id;
    std::optional<int> year;
  } cases[] = {
      {"Decision based on MTUS Low Back Complaints.", "ACOEM2-12", 2004},
      {"Decision based on MTUS Elbow Complaints 2007, Section(s): 12.", "ACOEM2-10", 2007},
      {"Decision based on MTUS Elbow Disorders (Revised 2007).", "ACOEM2-10", 2007},
      {"Decision based on MTUS Chronic Pain Treatment Guidelines.", "MTUS-CPMTG09", 2009},
      {"Decision based on MTUS Chronic Pain Medical Treatment 2016.", "MTUS-CPMTG16", 2016},
      {"Decision based on MTUS 2016 Chronic Pain Guidelines.", "MTUS-CPMTG16", 2016},
      {"Decision based on MTUS Chronic Pain Medical Treatment Guidelines (May 2009).", "MTUS-CPMTG09", 2009},
      {"Decision based on MTUS Acupuncture Treatment.", "MTUS-ACU", 2007},
      {"Decision based on Non-MTUS Citation ODG, 2015, Hip & Pelvis, X-ray.", "ODG-HIP", 2015},
      {"Decision based on Non-MTUS Citation ODG Hip & Pelvis (updated 11/02/2015).", "ODG-HIP", std::nullopt},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto found = read(c.text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == c.id);
    CHECK(found[0].year == c.year);
  }
}

TEST_CASE("known section titles keep their commas, others end at commas outside brackets") {
  const struct {
    std::string list;
    Strings sections;
  } cases[] = {
      {"Physical Methods.", {"Physical Methods"}},
      {"NSAIDs, GI symptoms & cardiovascular risk, Topical analgesics, compounded",
       {"NSAIDs, GI symptoms & cardiovascular risk", "Topical analgesics, compounded"}},
      {"Knee, Forearm, Wrist, & Hand, Shoulder", {"Knee", "Forearm, Wrist, & Hand", "Shoulder"}},
      {"Opioids, criteria for use, Opioids, dosing", {"Opioids, criteria for use", "Opioids, dosing"}},
      {"Weaning of drugs (slow, then fast), Gait training",
       {"Weaning of drugs (slow, then fast)", "Gait training"}},
      {"Traction, cervical, Heat", {"Traction, cervical", "Heat"}},
      {"special studies, summary", {"special studies", "summary"}},
      {"45, Initial Care", {"45", "Initial Care"}},
      {"TENS, chronic pain ( transcutaneous electrical nerve stimulation )",
       {"TENS, chronic pain (transcutaneous electrical nerve stimulation)"}},
      {"Initial Care, Initial Care", {"Initial Care"}},
      {"2.1 Opioids for Pain: First, Second and Third, 2.2 Tapering: Methods",
       {"2.1 Opioids for Pain: First, Second and Third", "2.2 Tapering: Methods"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.list);
    const auto found =
        read("Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): " + c.list);
    REQUIRE(found.size() == 1);
    CHECK(found[0].sections == c.sections);
  }
}

TEST_CASE("the next chapter ends a list of sections, a section named like a chapter does not") {
  const auto found = read(
      "Decision based on MTUS Postsurgical Treatment 2009, Section(s): Elbow & Upper Arm, Knee, and Chronic "
      "Pain "
      "Medical Treatment 2016, Section(s): Opioids, Acupuncture, and Low Back Complaints 2004, Section(s): "
      "Summary.");
  REQUIRE(found.size() == 3);
  CHECK(found[0].id == "MTUS-PSTG");
  CHECK(found[0].sections == Strings{"Elbow & Upper Arm", "Knee"});
  CHECK(found[1].id == "MTUS-CPMTG16");
  CHECK(found[1].sections == Strings{"Opioids", "Acupuncture"});
  CHECK(found[1].as_written == "Chronic Pain Medical Treatment 2016, Section(s): Opioids, Acupuncture");
  CHECK(found[2].id == "ACOEM2-12");
}

TEST_CASE("the name of the MTUS and its drug list end a list of sections") {
  const struct {
    std::string text;
    Strings ids;
    Strings sections;  // of the first
  } cases[] = {
      {"Knee Complaints 2004, Section(s): Initial Care. MTUS Chronic Pain Medical Treatment 2016, "
       "Section(s): Opioids.",
       {"ACOEM2-13", "MTUS-CPMTG16"},
       {"Initial Care"}},
      {"Opioids 2017, Section(s): Recommendations; MTUS Drug Formulary.",
       {"A17-OPI", "MTUS-DRUG"},
       {"Recommendations"}},
      {"Opioids 2017, Section(s): Tapering; Drug List: Unlisted.", {"A17-OPI", "MTUS-DRUG"}, {"Tapering"}},
      {"Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, specific drug list & adverse effects.",
       {"MTUS-CPMTG16"},
       {"NSAIDs, specific drug list & adverse effects"}},
      {"Knee Disorders Guideline (ACOEM September 21, 2020), Section(s): Braces.", {"A17-KNEE"}, {"Braces"}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto found = read("Decision based on MTUS " + c.text, kAfter);
    REQUIRE(!found.empty());
    CHECK(ids("Decision based on MTUS " + c.text, kAfter) == c.ids);
    CHECK(found[0].sections == c.sections);
  }
}

TEST_CASE("General Approaches is the chapter that its section names") {
  const auto found = read(
      "Decision based on MTUS General Approaches 2004, Section(s): Cornerstones of Disability Prevention and "
      "Management, Prevention, and Shoulder Complaints 2004, Section(s): Initial Care.");
  REQUIRE(found.size() == 3);
  CHECK(found[0].id == "ACOEM2-05");
  CHECK(found[0].sections == Strings{"Cornerstones of Disability Prevention and Management"});
  CHECK(found[0].year == 2004);
  CHECK(found[1].id == "ACOEM2-01");
  CHECK(found[2].id == "ACOEM2-09");
  CHECK(ids("Decision based on MTUS General Approaches 2004.") == Strings{"ACOEM"});
}

TEST_CASE("repeats of a chapter are one entry with all sections and pages") {
  const auto found = read(
      "Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care, and Knee Complaints 2004, "
      "Section(s): Initial Care, Summary. Decision based on Non-MTUS Citation ACOEM Chapter 13, page 330.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].sections == Strings{"Initial Care", "Summary"});
  CHECK(found[0].pages == Pages{{330, 330}});
}

TEST_CASE("chapters adopted in December 2017 count from then on") {
  const std::string low_back = "Decision based on MTUS Low Back Disorders 2016, Section(s): Imaging.";
  CHECK(ids(low_back, kBefore) == Strings{"ACOEM3"});
  CHECK(ids(low_back, kFirstDay) == Strings{"A17-LB"});
  CHECK(ids(low_back, std::nullopt) == Strings{"A17-LB"});
  const Case cases[] = {
      {"Decision based on MTUS Initial Approaches to Treatment 2017.", {"A17-INIT"}},
      {"Decision based on MTUS Opioids 2017, and Chronic Pain 2017.", {"A17-OPI", "A17-CP"}},
      {"Decision based on MTUS Elbow Disorders 2013.", {"A17-ELB"}},
      {"Decision based on MTUS Shoulder Disorders; Chronic Pain; Opioids.", {"A17-SHO", "A17-CP", "A17-OPI"}},
      {"Decision based on MTUS Knee Disorders 2020, Chronic Pain, and Opioids.",
       {"A17-KNEE", "A17-CP", "A17-OPI"}},
      {"Decision based on MTUS Hip and Groin Disorders 2011.", {"A17-HIP"}},
      {"Decision based on MTUS Workplace Mental Health: Depressive Disorders 2020.", {"A17-DEP"}},
      {"Decision based on MTUS Low Back Complaints 2004.", {"ACOEM2-12"}},
      {"Decision based on MTUS Chronic Pain Medical Treatment 2016.", {"MTUS-CPMTG16"}},
      {"Decision based on Non-MTUS Citation ACOEM Hip and Groin.", {"A17-HIP"}},
      {"Decision based on Non-MTUS Citation ACOEM 3rd Edition, Hip and Groin.", {"ACOEM3"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ids(c.text, kAfter) == c.ids);
  }
}

TEST_CASE("ACOEM outside the MTUS is the third edition without a chapter of the second") {
  const Case cases[] = {
      {"ACOEM guidelines.", {"ACOEM3"}},
      {"ACOEM Hip and Groin Chapter/Treatment.", {"ACOEM3"}},
      {"ACOEM Low Back, 2011.", {"ACOEM3"}},
      {"ACOEM Practice Guidelines, 3rd Edition (2011), Low Back Complaints, page 12.", {"ACOEM3"}},
      {"ACOEM, 2nd Edition, Chapter 7, page 127.", {"ACOEM2-07"}},
      {"ACOEM Shoulder Complaints.", {"ACOEM2-09"}},
      {"American College of Occupational and Environmental Medicine (ACOEM) Pain, Suffering, and the "
       "Restoration of Function Chapter.",
       {"ACOEM2-06"}},
      {"ACOEM guidelines and the Official Disability Guidelines.", {"ACOEM3", "ODG"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ids("Decision based on Non-MTUS Citation " + c.text) == c.ids);
  }
}

TEST_CASE("ODG chapters have many spellings and separators") {
  const Case cases[] = {
      {"Official Disability Guidelines (ODG), Knee & Leg.", {"ODG-KNEE"}},
      {"Official Disability Guidelines: Low Back - Lumbar & Thoracic (Acute & Chronic) Chapter (Online).",
       {"ODG-LB"}},
      {"ODG Low Back (Thoracic and Lumbar, Acute and Chronic) Chapter, Traction.", {"ODG-LB"}},
      {"ODG, Lumbar & Thoracic (Acute & Chronic), CT.", {"ODG-LB"}},
      {"Official Disability Guidelines, Treatment Index, 12th Edition (web), 2014, Hips & Pelvis Chapter.",
       {"ODG-HIP"}},
      {"Official Disability Guidelines-Treatment in Workers' Compensation (ODG-TWC) Pain Procedure Summary.",
       {"ODG-PAIN"}},
      {"ODG Knee and Leg Section/Braces Topic.", {"ODG-KNEE"}},
      {"ODG (updated 11/22/16) Pain (Chronic), Opioids.", {"ODG-PAIN"}},
      {"ODG Knee/DME.", {"ODG-KNEE"}},
      {"ODG hand/wrist/forearm, Splints.", {"ODG-FWH"}},
      {"ODG Stress/Mental, Biofeedback.", {"ODG-MIS"}},
      {"ODG Fitness-for-duty chapter.", {"ODG-FFD"}},
      {"ODG Head (trauma, headaches, not including stress & mental disorders), Migraine.", {"ODG-HEAD"}},
      {"Official Disabilty Guidelines (ODG), Sholder Chapter.", {"ODG-SHO"}},
      {"Neck and Upper Back, Traction", {"ODG-NECK"}},
      {"Low Back (Traction).", {"ODG-LB"}},
      {"Official Disability Guidelines (ODG).", {"ODG"}},
      {"ODG Compression garments.", {"ODG"}},
      {"http://www.odg-twc.com/index.html", {"ODG"}},
      {"http://www.odg-twc.com/odgtwc/low_back.htm.", {"ODG-LB"}},
      {"www.odg-twc.com, Low Back Chapter", {"ODG-LB"}},
      {"http://www.odg-twc.com, Knee.", {"ODG-KNEE"}},
      {"http://www.odg-twc.com/index.html?odgtwc/knee.htm#Walkingaids", {"ODG-KNEE"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ids("Decision based on Non-MTUS Citation " + c.text) == c.ids);
  }
}

TEST_CASE("several ODG chapters in one sentence are all read") {
  const Case cases[] = {
      {"ODG Knee; Elbow chapters.", {"ODG-KNEE", "ODG-ELB"}},
      {"ODG hip and knee Chapter, Gait training.", {"ODG-HIP", "ODG-KNEE"}},
      {"ODG, Neck & Upper Back, Low Back- Lumbar & Thoracic and Ankle & Foot chapters: Chiropractic "
       "Guidelines.",
       {"ODG-NECK", "ODG-LB", "ODG-ANK"}},
      {"ODG, Elbow Chapter, Wrist Chapter, Splints.", {"ODG-ELB", "ODG-FWH"}},
      {"ODG, Knee and Leg, TENS (electrical stimulation); Low Back - Lumbar & Thoracic (Acute & Chronic).",
       {"ODG-KNEE", "ODG-LB"}},
      {"ODG, Hernia (updated 12/12/16); ODG, Burns (updated 12/20/16).", {"ODG-HERN", "ODG-BURN"}},
      {"ODG, Knee & Leg, Arthroscopy, and Shoulder, Arthroscopy.", {"ODG-KNEE", "ODG-SHO"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ids("Decision based on Non-MTUS Citation " + c.text) == c.ids);
  }
}

TEST_CASE("a body part in a topic is a chapter only if nothing else names one") {
  const Case cases[] = {
      {"ODG Hip & Pelvis, Surgery for knee stiffness.", {"ODG-HIP"}},
      {"ODG Elbow Chapter, Surgery for shoulder and neck.", {"ODG-ELB"}},
      {"ODG Neck and Upper Back, Cervical pillow (for the head).", {"ODG-NECK"}},
      {"ODG physical therapy, elbow chapter.", {"ODG-ELB"}},
      {"ODG MRI knee.", {"ODG-KNEE"}},
      {"ODG MRI of hip or knee.", {"ODG"}},
      {"ODG Knee Chapter, Pain management.", {"ODG-KNEE"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ids("Decision based on Non-MTUS Citation " + c.text) == c.ids);
  }
}

TEST_CASE("ODG guidelines for a kind of treatment stand in the place of a chapter") {
  const Case cases[] = {
      {"Official Disability Guidelines - Physical Medicine Guidelines.", {"ODG-PTG"}},
      {"ODG: Physical Therapy Guidelines.", {"ODG-PTG"}},
      {"Elbow, Physical Therapy, ODG Preface \u2013 Physical Therapy.", {"ODG-ELB", "ODG-PTG"}},
      {"ODG Hip (updated 1/2/15), Manipulation ODG Chiropractic Guidelines.", {"ODG-HIP", "ODG-CHIR"}},
      {"ODG Knee, Physical Therapy. ODG Physical Therapy Guidelines.", {"ODG-KNEE", "ODG-PTG"}},
      {"ODG Drug Formulary.", {"ODG-DRUG"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ids("Decision based on Non-MTUS Citation " + c.text) == c.ids);
  }
}

TEST_CASE("sources outside the MTUS, ACOEM and ODG are OTHER") {
  const Case cases[] = {
      {"http://www.example.com/page.html.", {"OTHER"}},
      {"UpToDate: treatment of knee pain.", {"OTHER"}},
      {"Wheeless' Textbook of Orthopaedics, Carpal tunnel syndrome.", {"OTHER"}},
      {"Medicare Benefits Manual, Chapter 7.", {"OTHER"}},
      {"A Manual of Hand Surgery, Chapter 11, Elbow Fractures.", {"OTHER"}},
      {"AMA Guides 6th edition, chapter 13.", {"OTHER"}},
      {"Chapter 13, Knee Complaints.", {"ACOEM2-13"}},
      {"ODG Shoulder, and AMA Guides 5th edition.", {"ODG-SHO", "OTHER"}},
      {"Milliman Care Guidelines.", {"OTHER"}},
      {"Food and Drug Administration (FDA).", {"OTHER"}},
      {"Smith and Jones, A trial of traction, 2010.", {"OTHER"}},
      {"Other Medical Treatment Guideline or Medical Evidence: MDGuidelines.", {"OTHER"}},
      {"Other Medical Treatment Guideline or Medical Evidence: ODG Elbow.", {"ODG-ELB"}},
      {"ODG Hernia and Other Medical Treatment Guidelines AANEM Recommended Policy.", {"ODG-HERN", "OTHER"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ids("Decision based on Non-MTUS Citation " + c.text) == c.ids);
  }
  CHECK(ids("Decision based on Non-MTUS Citation.") == Strings{"OTHER"});
}

TEST_CASE("nothing cited is NONE alone, and no text is no entry") {
  const auto found = read("The Claims Administrator did not cite any medical evidence for its decision.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "NONE");
  CHECK(found[0].label == "None cited");
  CHECK(found[0].year == std::nullopt);
  CHECK(ids("The Expert Reviewer did not cite any medical evidence for its decision.") == Strings{"NONE"});
  CHECK(read("").empty());
  CHECK(read(" ").empty());
}

TEST_CASE("the sentences of the form are told apart") {
  const Case cases[] = {
      {"The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation ODG "
       "Eye.",
       {"ODG-EYE"}},
      {"The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. "
       "Decision based on Non-MTUS Citation ODG Eye.",
       {"ODG-EYE"}},
      {"Decision based on MTUS Eye 2004. Decision based on Non-MTUS Citation ODG Eye.",
       {"ACOEM2-16", "ODG-EYE"}},
      {"The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, "
       "(2009), "
       "page 78, which is part of the MTUS.",
       {"MTUS-CPMTG09"}},
      {"The Physician Reviewer based his/her decision on the MTUS: Low Back Complaints and on the Non-MTUS "
       "Official Disability Guidelines, Knee Chapter.",
       {"ACOEM2-12", "ODG-KNEE"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(ids(c.text) == c.ids);
  }
}

TEST_CASE("an entry has what the table says of its chapter, and the text that gave it") {
  const auto found = read(
      "Decision based on MTUS Ankle and Foot Complaints 2004, Section(s): Special Studies. Decision based on "
      "Non-MTUS Citation Official Disability Guidelines (ODG), Ankle & Foot, Knee scooter.");
  REQUIRE(found.size() == 2);
  CHECK(found[0] ==
        GuidelineCitation{.id = "ACOEM2-14",
                          .label = "ACOEM Ankle and Foot Complaints",
                          .source = "MTUS",
                          .topic = "Ankle and Foot",
                          .year = 2004,
                          .sections = {"Special Studies"},
                          .as_written = "MTUS Ankle and Foot Complaints 2004, Section(s): Special Studies"});
  CHECK(found[1].source == "ODG");
  CHECK(found[1].as_written == "Official Disability Guidelines (ODG), Ankle & Foot, Knee scooter");
}

TEST_CASE("senseless text is survived") {
  for (const std::string_view text :
       {"(((", ")))", "Section(s):", "Decision based on", "Decision based on MTUS Section(s): , , and",
        "\xE2\x80", "\xFF\xC2", "Decision based on Non-MTUS Citation ODG (", "Chapter", "Page(s): 1-",
        "and & and", "the", "Decision based on MTUS Section(s): x. MTUS Knee Complaints 2004",
        "Section(s): ACOEM Eye Complaints 2004", "http://odg", "http://www.odg.com/", "MTUS: , page"}) {
    CAPTURE(text);
    CHECK(read(text).size() <= 1);
  }
}

}  // namespace
}  // namespace imr

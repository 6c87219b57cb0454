// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "corpus/dates.h"
#include "corpus/diagnoses.h"
#include "corpus/summary_dates.h"
#include "corpus/worker_facts.h"

using namespace imr;
using namespace std::chrono_literals;

using Texts = std::vector<std::string>;

TEST_CASE("dates are read as the letters write them") {
  const struct {
    std::string_view text;
    std::optional<Date> date;
  } cases[] = {
      {"10/15/10", Date(2010y / 10 / 15)},
      {"11-3-16", Date(2016y / 11 / 3)},
      {"11/05/2012", Date(2012y / 11 / 5)},
      {"10-28- 2016", Date(2016y / 10 / 28)},
      {"June 23, 2012", Date(2012y / 6 / 23)},
      {"Sept. 3rd, 2014", Date(2014y / 9 / 3)},
      {"7/4/76", Date(1976y / 7 / 4)},
      {"2016-12-09", Date(2016y / 12 / 9)},
      {"13/01/2016", std::nullopt},
      {"February 30, 2016", std::nullopt},
      {"10/15", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(date_of_written(c.text) == c.date);
  }
}

TEST_CASE("age and sex are those of the worker") {
  const struct {
    std::string_view summary;
    std::optional<int> age;
    std::optional<Sex> sex;
  } cases[] = {
      {"The injured worker is a 54 year old female, who fell.", 54, Sex::female},
      {"This case involves a now 52-year-old male with a claim.", 52, Sex::male},
      {"The worker is a(n) 54 year-old gentleman.", 54, Sex::male},
      {"The patient is a 38 y/o woman with pain.", 38, Sex::female},
      {"The patient is a 38 yo F with pain.", 38, Sex::female},
      {"Age: 38. Sex: Female. Pain since 2012.", 38, Sex::female},
      {"The patient has pain. Gender: M", std::nullopt, Sex::male},
      {"Gender - female. The patient has pain.", std::nullopt, Sex::female},
      {"He has pain with sex: mild. She is 38.", std::nullopt, std::nullopt},
      {"The 58 year old female injured worker suffered a fall.", 58, Sex::female},
      {"The applicant, a 41-year-old lady, stumbled.", 41, Sex::female},
      {"The injured worker is a female who fell.", std::nullopt, Sex::female},
      {"The patient is a 49 year old right-hand dominant male.", 49, Sex::male},
      {"The patient is a 54-year-old, left-hand-dominant woman.", 54, Sex::female},
      {"This 62 year old, right hand dominant male was injured.", 62, Sex::male},
      {"This 62 year old Hispanic, married, male sustained an injury.", 62, Sex::male},
      {"The worker is a 45\u2011year\u2010old female.", 45, Sex::female},
      {"The patient is a fifty-two year old gentleman.", 52, Sex::male},
      {"The patient is a 52\u2013year\u2012old woman.", 52, Sex::female},
      {"The worker is a Fifty Four (54) year old female.", 54, Sex::female},
      {"He was hit by a 90 year old male patient. The injured worker is a 36 year old female.", 36,
       Sex::female},
      {"While caring for an 85 year old male, this 54 year old female nurse fell.", 54, Sex::female},
      {"A 22 year-old male resident hit the injured worker, a 50 year old female aide.", 50, Sex::female},
      {"The patient was 55 years of age when hurt. He is a 57-year-old male now.", 57, Sex::male},
      {"The worker, who has a 15 year old daughter, is a 39 year old male.", 39, Sex::male},
      {"The worker's mother is a 70 year old woman. The worker is a 41-year-old man.", 41, Sex::male},
      {"The injured worker is a 44 year old male whose mother has diabetes.", 44, Sex::male},
      {"The injured worker is a 44 year old male with a family history of gout.", 44, Sex::male},
      {"The claimant is 47. He is a male with back pain.", 47, Sex::male},
      {"The injured worker is a male of 54 years.", 54, Sex::male},
      {"The worker is a 45-year-old. His wife drives. She is well.", 45, Sex::male},
      {"The worker is a 35-year-old who was hit by a 25 year old male patient. She fell.", 35, Sex::female},
      {"The worker is a 45-year-old. The patient's wife drives. He is in pain.", 45, Sex::male},
      {"Records were blurry. The worker, aged 33, lifted a box. He felt pain.", 33, Sex::male},
      {"Her mother, a 70 year old female, had cancer. The patient is a 40 year old male.", 40, Sex::male},
      {"The patient has a 12 year old injury. The claimant is a 45 year old man.", 45, Sex::male},
      {"The patient has a 12 year old son. She fell.", std::nullopt, Sex::female},
      {"The worker fell. She has pain in her back.", std::nullopt, Sex::female},
      {"The worker fell. She has pain. He prescribed rest.", std::nullopt, std::nullopt},
      {"The worker fell.", std::nullopt, std::nullopt},
  };
  for (const auto& c : cases) {
    CAPTURE(c.summary);
    const auto worker = worker_facts(c.summary);
    CHECK(worker.age == c.age);
    CHECK(worker.sex == c.sex);
  }
}

TEST_CASE("diagnoses are listed as written") {
  const struct {
    std::string_view summary;
    Texts diagnoses;
  } cases[] = {
      {"The diagnoses have included C6-C7 herniation, thoracic pain and lumbar strain. Treatment was rest.",
       {"C6-C7 herniation", "thoracic pain", "lumbar strain"}},
      {"The diagnoses are: 1) wrist sprain, 2) radiculopathy, lumbar region. More.",
       {"wrist sprain", "radiculopathy, lumbar region"}},
      {"Diagnoses: 1. Wrist sprain. 2. Lumbar strain. 3. Headache. He rests.",
       {"Wrist sprain", "Lumbar strain", "Headache"}},
      {"Diagnoses, and-or impressions, were noted to include: back injury; sacroiliac sprain. More.",
       {"back injury", "sacroiliac sprain"}},
      {"The worker is undergoing treatment for a left ankle sprain.", {"left ankle sprain"}},
      {"He is being treated for neck strain, and knee contusion. More.", {"neck strain", "knee contusion"}},
      {"She was treated for the diagnosis of back pain. More.", {"back pain"}},
      {"The current diagnosis is documented as dislocation, shoulder. More.", {"dislocation, shoulder"}},
      {"Diagnoses include strain of muscle, fascia and tendon at neck level, and disc disease at L4-5 and "
       "L5-S1.",
       {"strain of muscle, fascia and tendon at neck level", "disc disease at L4-5 and L5-S1"}},
      {"Diagnoses include cervical sprain and strain, medial and lateral meniscus tear.",
       {"cervical sprain and strain", "medial and lateral meniscus tear"}},
      {"Diagnoses are contusion of face, scalp and neck and acute cervical sprain.",
       {"contusion of face, scalp and neck", "acute cervical sprain"}},
      {"The diagnosis of radiculopathy was not supported.", {}},
      {"Diagnosis was deferred.", {}},
      {"He was treated for his pain with Norco and was sent home.", {}},
      {"Diagnostic studies included an x-ray.", {}},
      {"", {}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.summary);
    CHECK(diagnoses_in(c.summary) == c.diagnoses);
  }
}

TEST_CASE("the date of injury is taken from a plain statement") {
  for (const auto* summary : {
           "The worker sustained an industrial injury on 10/15/10. Since 1/2/15 he rests.",
           "The patient is a man with an injury date on 10/15/10.",
           "The patient is a man with a DOI of 10/15/10.",
           "The patient is a woman injured on or about October 15th, 2010.",
           "The date of injury was October 15, 2010.",
           "The worker sustained a work-related injury October 15, 2010, while lifting.",
           "A case with a history of an occupational claim from 10/15/2010.",
           "He was injured at work on 10-15-10.",
           "The patient is a woman with a 10/15/2010 date of injury. She was seen on 1/2/15.",
           "The patient has an October 15, 2010 DOI.",
           "On 1/2/15 the pain was 5/10; she reported an injury on Oct. 15, 2010. She rests.",
       }) {
    CAPTURE(summary);
    const auto stated = summary_dates(summary).date_of_injury;
    REQUIRE(stated);
    CHECK(stated->date == Date(2010y / 10 / 15));
  }
  CHECK_FALSE(summary_dates("The worker fell. An MRI on 10/15/10 was normal.").date_of_injury);
}

TEST_CASE("a cumulative injury has no date") {
  for (const auto* summary : {
           "The worker sustained a cumulative trauma injury from 1/2/2010 to 3/4/2015.",
           "The patient has a date of injury of 1/2/2010 - 3/4/2015.",
           "The DOI: 1/2/10-3/4/15.",
           "He was injured on 1/2/2010 through 3/4/2015.",
           "The worker sustained injuries from January 2, 2010 through the present.",
           "The date of injury was between 1/2/2010 and 3/4/2015.",
           "A worker with a cumulative injury dated 1/2/2010 \u2013 3/4/2015.",
       }) {
    CAPTURE(summary);
    CHECK_FALSE(summary_dates(summary).date_of_injury);
  }
  const auto stated = summary_dates("The worker sustained injuries on 1/2/2010 and 3/4/2015.").date_of_injury;
  REQUIRE(stated);
  CHECK(stated->date == Date(2010y / 1 / 2));
}

TEST_CASE("the date of the denial is that of a named utilization review") {
  for (const auto* summary : {
           "Seen on 1/2/14. On 12/15/14 Utilization Review non-certified a request.",
           "On 12/15/2014, Utilization Review (UR) denied it.",
           "The utilization review determination being challenged is dated 12/15/14.",
           "The original Utilization Review (UR) (12-15-2014) denied a request.",
           "The Utilization Review report, with a decision date of 12-15-2014, modified it.",
           "On December 15, 2014 the request for an MRI was denied by utilization review.",
           "On 12/1/14 a request was received that was denied by Utilization Review on December 15, 2014.",
           "Utilization Review of 12/15/14 found no improvement.",
       }) {
    CAPTURE(summary);
    const auto stated = summary_dates(summary).ur_denial_date;
    REQUIRE(stated);
    CHECK(stated->date == Date(2014y / 12 / 15));
  }
  CHECK_FALSE(summary_dates("A request of 12/15/14 was denied.").ur_denial_date);
}

TEST_CASE("the date of the application is taken from its submission") {
  for (const auto* summary : {
           "On 1/2/15, the worker submitted an application for IMR.",
           "The application for IMR was received on 1/2/15.",
       }) {
    CAPTURE(summary);
    const auto stated = summary_dates(summary).application_received;
    REQUIRE(stated);
    CHECK(stated->date == Date(2015y / 1 / 2));
  }
  CHECK_FALSE(summary_dates("On 1/2/15 the worker applied heat.").application_received);
}

TEST_CASE("a stated date tells where it stands") {
  const std::string_view summary =
      "A worker fell. He rests. On 12/15/14 Utilization Review denied a request.";
  const auto stated = summary_dates(summary).ur_denial_date;
  REQUIRE(stated);
  CHECK(summary.substr(stated->offset, 8) == "12/15/14");
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "corpus/determination.h"

namespace imr {

// A letter that no one wrote, with every field filled, of two issues with different decisions.
inline Determination made_up_determination(const std::string& case_number = "CM00-0000001") {
  using namespace std::chrono;
  const GuidelineCitation reviewers = {
      .id = "ACOEM2-08",
      .label = "ACOEM Neck and Upper Back Complaints",
      .source = "MTUS",
      .topic = "Neck and upper back",
      .year = 2004,
      .sections = {"Special Studies"},
      .pages = {{177, 178}},
      .as_written = "MTUS Neck and Upper Back Complaints 2004, page 177-178"};
  GuidelineCitation claims = reviewers;
  claims.as_written = "MTUS, wildebeest chapter";
  Determination d;
  d.case_number = case_number;
  d.source = "letters/" + case_number + ".txt";
  d.layout = Layout::f;
  d.date_assigned = Date(year(2016), month(12), day(8));
  d.date_of_injury = Date(year(2016), month(11), day(3));
  d.decision_date = Date(year(2017), month(1), day(3));
  d.ur_denial_date = Date(year(2016), month(11), day(29));
  d.application_received = Date(year(2016), month(12), day(2));
  d.priority = Priority::standard;
  d.reviewer = {{"Pain Medicine", "Anesthesiology"}, {"California", "Ohio"}};
  d.worker = {45, Sex::female};
  d.diagnoses = {"lumbago", "sciatica"};
  d.clinical_summary = "The zebra and the giraffe were seen.";
  d.issues = {{.issue_no = 1,
               .treatment = "Quagga giraffe therapy",
               .title = "Quagga giraffe therapy",
               .decision = Decision::upheld,
               .facts = {.category = "Rehabilitation > Physical and Occupational Therapy",
                         .drugs = {"baclofen"},
                         .body_parts = {{"Neck", {}}, {"Wrist", Side::left}},
                         .spinal_levels = {"C5-C6", "C6-C7"},
                         .sessions = 12,
                         .quantity = 30},
               .claims_administrator_guidelines = {claims},
               .reviewer_guidelines = {reviewers},
               .rationale = "Okapi before giraffes. EMG/NCV was not done."},
              {.issue_no = 2,
               .treatment = "Gnu walker",
               .title = "Gnu walker",
               .decision = Decision::overturned,
               .claims_administrator_guidelines = {claims},
               .reviewer_guidelines = {reviewers},
               .rationale = "It is needed."}};
  d.outcome = outcome_of(d.issues);
  return d;
}

}  // namespace imr

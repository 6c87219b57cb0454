// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/searcher/made_up_index.h"

#include "corpus/vocabulary.h"
#include "indexer/index_writer.h"

namespace imr {

namespace {

using namespace std::chrono_literals;

GuidelineCitation citation(const std::string& id, const std::string& section) {
  const GuidelineChapter& chapter = *find_guideline_chapter(id);
  GuidelineCitation cited{id, std::string(chapter.label), std::string(chapter.source),
                          std::string(chapter.topic)};
  cited.sections = {section};
  cited.as_written = "Based on " + std::string(chapter.label) + ", Section(s): " + section + ".";
  return cited;
}

Issue issue(int number, const std::string& treatment, Decision decision, const std::string& rationale,
            const std::string& chapter) {
  Issue made{number, treatment, treatment, decision};
  made.claims_administrator_guidelines = {citation(chapter, "Claims")};
  made.reviewer_guidelines = {citation(chapter, "Special Studies"), citation(chapter, "Summary")};
  made.rationale = rationale;
  return made;
}

Determination letter(const std::string& name, const std::string& summary, std::vector<Issue> issues) {
  Determination made{.case_number = name, .source = name + ".txt", .layout = Layout::f};
  made.clinical_summary = summary;
  made.issues = std::move(issues);
  made.outcome = outcome_of(made.issues);
  return made;
}

Determination shoulder_letter() {
  Determination made =
      letter("CM00-0000001", "The worker injured her left shoulder while lifting a box. She has neck pain.",
             {issue(1, "MRI of the left shoulder", Decision::upheld,
                    "There are no red flags. The study is not needed.", "ACOEM2-09"),
              issue(2, "Physical therapy twice a week", Decision::overturned,
                    "Therapy brought functional improvement, and failed injections are no reason to stop it.",
                    "ODG-SHO")});
  made.decision_date = 2015y / 3 / 10;
  made.date_of_injury = 2014y / 1 / 5;
  made.worker = {45, Sex::female};
  made.reviewer = {{"Family Medicine"}, {"California"}};
  made.diagnoses = {"Shoulder strain", "Neck pain"};
  return made;
}

Determination drug_letter() {
  Determination made = letter("CM00-0000002", "He fell. His back hurts, and conservative care failed.",
                              {issue(1, "Norco 10/325mg #60", Decision::overturned,
                                     "Pain is controlled. Weaning is planned for later.", "ODG-LB")});
  made.decision_date = 2016y / 12 / 9;
  made.date_of_injury = 2015y / 6 / 1;
  made.worker = {19, Sex::male};
  made.reviewer = {{"Pain Medicine", "Internal Medicine"}, {"California", "Texas"}};
  return made;
}

Determination knee_letter() {
  Determination made = letter(
      "CM00-0000003", "The knee locks.",
      {issue(1, "MRI of the knee", Decision::overturned, "Locking is a red flag for a tear.", "ODG-SHO"),
       issue(2, "EMG/NCV of the arms", Decision::upheld, "Nothing is said of the arms.", "ODG-LB")});
  made.reviewer = {{"Orthopaedic Surgery"}, {"Oregon"}};
  return made;
}

Determination note() {
  Determination made{.case_number = "note-1", .source = "notes.jsonl"};
  made.issues = {{1, "Lumbar supports", "Lumbar supports"}};
  made.issues[0].rationale = "Supports have no lasting benefit beyond the acute phase.";
  return made;
}

Determination gone(const std::string& name) {
  Determination made =
      letter(name, "A giraffe.",
             {issue(1, "MRI of a giraffe", Decision::overturned, "Giraffes have necks.", "ODG-LB")});
  made.decision_date = 1999y / 1 / 1;
  made.reviewer = {{"Audiology"}, {"Guam"}};
  return made;
}

void write(IndexWriter writer, const std::vector<Determination>& letters, const std::string& removed = "") {
  for (const Determination& letter : letters) writer.add(letter);
  writer.remove(removed);
  writer.commit();
}

}  // namespace

std::vector<Determination> made_up_letters() {
  return {shoulder_letter(), drug_letter(), knee_letter(), note()};
}

MadeUpIndex::MadeUpIndex() {
  write(IndexWriter::fresh(path()), {gone("CM00-0000001"), drug_letter()});
  write(IndexWriter::changing(path()), {gone("CM00-0000009"), knee_letter()});
  write(IndexWriter::changing(path()), {shoulder_letter(), note()}, "CM00-0000009");
}

const MadeUpIndex& made_up_index() {
  static const MadeUpIndex made;
  return made;
}

}  // namespace imr

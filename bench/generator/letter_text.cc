// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/letter_text.h"

#include <cstdio>
#include <string_view>

#include "bench/generator/page_writer.h"
#include "bench/generator/scene.h"

namespace imr {
namespace {

constexpr std::size_t kTitleWidth = 88;

constexpr std::string_view kMade =
    "MAXIMUS Federal Services gave the whole case file to one expert reviewer, who has no tie to the "
    "employer, the "
    "employee, the providers or the claims administrator. ";
constexpr std::string_view kMadeRest =
    "The reviewer has practiced for more than five years and was picked for training and experience in the "
    "specialties that treat this condition and that evaluate the disputed items/services. The reviewer knows "
    "the laws "
    "and regulations that govern Independent Medical Review. This letter was made up by "
    "imr-generate-letters: no such "
    "case, worker or reviewer exists.";

std::string table_date(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  char text[32];
  std::snprintf(text, sizeof text, "%02u/%02u/%04d", static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(date.year()));
  return text;
}

void write_row(PageWriter& page, const char* label, const std::string& value, const char* right_label,
               const std::string& right_value) {
  char row[160];
  std::snprintf(row, sizeof row, "%-23s%-32s%-21s%s", label, value.c_str(), right_label, right_value.c_str());
  page.line(row);
}

void write_header_table(const LetterPlan& plan, PageWriter& page) {
  page.line("Case Number:           " + plan.id);
  write_row(page, "Date Assigned:", table_date(plan.assigned), "Date of Injury:", table_date(plan.injury));
  write_row(page, "Decision Date:", table_date(plan.decided), "UR Denial Date:", table_date(plan.denial));
  write_row(page, "Priority:", plan.expedited ? "Expedited" : "Standard", "Application",
            table_date(plan.received));
  page.line(std::string(55, ' ') + "Received:");
  page.blank();
}

std::string joined(const std::vector<std::string_view>& items, std::string_view separator,
                   std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? last : separator;
    out += items[i];
  }
  return out;
}

// Layout D: "Board Certified in X, has a subspecialty in Y and is licensed to practice in Z".
std::string reviewer_prose(const LetterPlan& plan) {
  std::string text = "The expert reviewer is Board Certified in ";
  const auto written = plan.certificates->as_written;
  const auto comma = written.find(", ");
  text.append(written.substr(0, comma));
  if (comma != std::string_view::npos)
    text.append(", has a subspecialty in ").append(written.substr(comma + 2));
  return text + " and is licensed to practice in " + joined(plan.states, ", ", " and ") + ". ";
}

void write_reviewer(const LetterPlan& plan, PageWriter& page) {
  page.line("                 HOW THE IMR FINAL DETERMINATION WAS MADE");
  std::string text(kMade);
  if (plan.form == Form::d) text += reviewer_prose(plan);
  page.paragraph(text.append(kMadeRest));
  if (plan.form == Form::d) return;
  page.line("The Expert Reviewer has the following credentials:");
  const std::string_view separator = plan.spaced_states ? ", " : ",";
  page.line("State(s) of Licensure: " + joined(plan.states, separator, separator));
  page.paragraph("Certification(s)/Specialty: " + std::string(plan.certificates->as_written));
}

void write_summary(const Scene& scene, Random& random, PageWriter& page) {
  page.line("                                 CLINICAL CASE SUMMARY");
  page.paragraph(
      "The expert reviewer developed the following clinical case summary based on a review of the case file, "
      "including "
      "all medical records:");
  std::string text;
  scene.say("intro", random, text);
  scene.say("diagnoses", random, text);
  for (int n = random.between(1, 3); n > 0; --n) scene.say("past", random, text);
  for (int n = random.between(1, 2); n > 0; --n) scene.say("imaging", random, text);
  scene.say("complaint", random, text);
  if (random.per_thousand(400)) scene.say("complaint", random, text);
  scene.say("denial", random, text);
  for (int n = random.between(2, 6); n > 0; --n) scene.say("exam", random, text);
  for (int n = random.between(1, 2); n > 0; --n) scene.say("exam_neg", random, text);
  scene.say("plan", random, text);
  scene.say("review", random, text);
  text.pop_back();
  page.paragraph(text);
}

std::string rationale_of(const PlannedIssue& issue, const Scene& scene, Random& random) {
  std::string text = "Decision rationale: ";
  const std::string_view side = issue.overturned ? "for" : "against";
  const auto say = [&](std::string key) { scene.say(key.append(side), random, text); };
  if (issue.group == "inherit") {
    say("inherit.");
  } else {
    for (int n = random.between(1, 3); n > 0; --n)
      scene.say("guide." + std::string(issue.group), random, text);
    for (int n = random.between(2, 5); n > 0; --n) say("fact.");
    say("end.");
  }
  if (issue.group == "opioid" && !issue.overturned) scene.say("taper", random, text);
  text.pop_back();
  return text;
}

void write_issue(const LetterPlan& plan, const PlannedIssue& issue, Scene& scene, Random& random,
                 PageWriter& page) {
  scene.set_issue(&issue);
  page.paragraph(issue.title + (issue.overturned ? ": Overturned" : ": Upheld"), kTitleWidth, false);
  std::string text = "Claims Administrator guideline: ";
  append_citation("The Claims Administrator", issue.claims, plan.form, plan.year, text);
  page.paragraph(text);
  text = "MAXIMUS guideline: ";
  append_citation("The Expert Reviewer", issue.reviewer, plan.form, plan.year, text);
  page.paragraph(text);
  page.paragraph(rationale_of(issue, scene, random));
}

}  // namespace

void append_letter(const LetterPlan& plan, Random& random, std::string& out) {
  PageWriter page(out);
  Scene scene(plan, random);
  write_header_table(plan, page);
  write_reviewer(plan, page);
  write_summary(scene, random, page);
  page.line("                      IMR ISSUES, DECISIONS AND RATIONALES");
  page.line(
      "The Final Determination was based on decisions for the disputed items/services set forth below:");
  page.blank();
  for (const auto& issue : plan.issues) write_issue(plan, issue, scene, random, page);
  page.finish();
}

}  // namespace imr

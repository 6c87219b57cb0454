// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/older_draft.h"

#include <algorithm>
#include <utility>

#include "corpus/closing_decision.h"
#include "corpus/prose_citations.h"
#include "corpus/regex.h"

namespace imr {
namespace {

// The lines above the prose of a letter.
LetterLineSpan letterhead(LetterLineSpan lines) {
  static const Regex prose(
      R"((?i)^dear\b|\bhas determined\b|^\(?1[.)]\s|^final determination\b|^this (?:notice|letter)\b)");
  const auto end =
      std::ranges::find_if(lines, [](const auto& line) { return partial_match(line.text, prose); });
  return lines.first(static_cast<std::size_t>(end - lines.begin()));
}

}  // namespace

void OlderDraft::read_parts(const OlderSections& sections) {
  read_header(letterhead(sections.header));
  read_outcome(sections.header);
  read_summary(sections.summary);
  const auto& lines = sections.qualifications;
  read_reviewer(credentials_in(one_paragraph(lines)).text, lines.empty() ? 0 : lines.back().number);
}

std::optional<Decision> OlderDraft::decision_of_rationale(const ToldIssue& issue) {
  const auto reasoned = decision_on(issue.treatment, issue.texts.rationale);
  if (reasoned.doubtful) {
    report(issue.line, "decision_wording",
           "issue \"" + issue.treatment + "\": the rationale says both; its last words on it count");
  }
  return reasoned.decision;
}

std::optional<Decision> OlderDraft::decision_of(const ToldIssue& issue) {
  if (issue.decision) return issue.decision;
  const auto place = "issue \"" + issue.treatment + "\": ";
  if (const auto decision = decision_of_rationale(issue)) {
    report(issue.line, "decision_from_rationale", place + "its title does not decide, its rationale does");
    return decision;
  }
  const auto outcome = stated_outcome();
  if (!outcome || *outcome == Outcome::partly_overturned) return std::nullopt;
  report(issue.line, "decision_from_outcome", place + "only the letter's outcome decides");
  return *outcome == Outcome::upheld ? Decision::upheld : Decision::overturned;
}

void OlderDraft::add_told_issue(ToldIssue told) {
  const auto decision = decision_of(told);
  if (!decision || told.treatment.empty()) {
    report(told.line, "no_decision", "issue \"" + told.treatment + "\": no decision");
    return;
  }
  Issue issue;
  issue.treatment = issue.title = std::move(told.treatment);
  issue.decision = decision;
  auto cited =
      prose_citations(told.texts.claims_administrator, told.texts.reviewer, {false, letter().decision_date});
  issue.claims_administrator_guidelines = std::move(cited.claims_administrator);
  issue.reviewer_guidelines = std::move(cited.reviewer);
  issue.rationale = std::move(told.texts.rationale);
  if (!issue.rationale.empty() && !told.texts.has_label) {
    report(told.line, "no_rationale_label", "no \"Decision rationale:\" before the rationale");
  }
  add_issue(std::move(issue), told.line);
}

}  // namespace imr

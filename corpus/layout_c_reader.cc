// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/layout_c_reader.h"

#include <algorithm>
#include <utility>

#include "corpus/older_draft.h"
#include "corpus/prose_issues.h"
#include "corpus/regex.h"
#include "corpus/verdicts.h"

namespace imr {
namespace {

ToldIssue told_issue(const ProseIssue& issue) {
  const auto title = one_paragraph(issue.title);
  ToldIssue told;
  told.line = issue.title.front().number;
  told.texts = prose_texts(issue.body);
  if (const auto verdict = title_verdict(title)) {
    told.treatment = verdict->treatment;
    told.decision = verdict->decision;
  } else {
    told.treatment = treatment_before_verdict(title);
  }
  return told;
}

// A letter whose last heading is lost has its issues below the part before it.
void split_off_issues(LetterLines& from, LetterLines& issues) {
  static const Regex standing(R"((?i)^the final determination was based on decisions\b)");
  const auto found = prose_issues(from);
  if (found.empty()) return;
  auto begin = std::ranges::find(from, found.front().title.front().number, &LetterLine::number);
  const auto opening =
      std::find_if(from.begin(), begin, [](const auto& line) { return partial_match(line.text, standing); });
  issues.assign(begin, from.end());
  from.erase(opening, from.end());
}

}  // namespace

Determination read_layout_c(const HeadedLines& letter) {
  OlderDraft draft(letter.lines);
  auto sections = older_sections(letter);
  for (auto* part : {&sections.summary, &sections.documents, &sections.qualifications}) {
    if (sections.issues.empty()) split_off_issues(*part, sections.issues);
  }
  draft.read_parts(sections);
  auto issues = prose_issues(sections.issues);
  if (!issues.empty()) draft.drop_cut_title(issues.back().body);
  for (const auto& issue : issues) draft.add_told_issue(told_issue(issue));
  draft.require_issues();
  draft.check_end();
  return draft.finish(Layout::c);
}

}  // namespace imr

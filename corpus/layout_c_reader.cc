// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/layout_c_reader.h"

#include <utility>

#include "corpus/older_draft.h"
#include "corpus/prose_issues.h"
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

}  // namespace

Determination read_layout_c(const HeadedLines& letter) {
  OlderDraft draft(letter.lines);
  const auto sections = older_sections(letter);
  draft.read_parts(sections);
  auto issues = prose_issues(sections.issues);
  if (!issues.empty()) draft.drop_cut_title(issues.back().body);
  for (const auto& issue : issues) draft.add_told_issue(told_issue(issue));
  draft.require_issues();
  draft.check_end();
  return draft.finish(Layout::c);
}

}  // namespace imr

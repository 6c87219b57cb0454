// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "corpus/letter_draft.h"
#include "corpus/older_sections.h"
#include "corpus/prose_texts.h"

namespace imr {

// An issue of a letter of the layouts A to C as it is told.
struct ToldIssue {
  std::string treatment;
  std::optional<Decision> decision;  // as its title or the list says it
  ProseTexts texts;
  std::size_t line = 0;
};

// What the readers of A to C do alike: the table among the lines of a letterhead, the prose about the
// reviewer, and decisions that are told in sentences.
class OlderDraft : public LetterDraft {
 public:
  using LetterDraft::LetterDraft;

  // Header, summary and reviewer.
  void read_parts(const OlderSections& sections);

  // Where the title does not decide, the rationale does ("decision_from_rationale"); where neither does,
  // an outcome that leaves no choice ("decision_from_outcome"). Without any the issue is reported and
  // dropped.
  void add_told_issue(ToldIssue issue);

  // The decision of an issue's rationale; reports one that says both ("decision_wording").
  std::optional<Decision> decision_of_rationale(const ToldIssue& issue);

 private:
  std::optional<Decision> decision_of(const ToldIssue& issue);
};

}  // namespace imr

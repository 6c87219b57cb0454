// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/layout_a_reader.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/list_number.h"
#include "corpus/older_draft.h"
#include "corpus/regex.h"
#include "corpus/verdicts.h"

namespace imr {
namespace {

// Paragraphs that begin with 1, 2, 3 and so on; the whole if there are no such.
std::vector<LetterLineSpan> numbered_parts(LetterLineSpan lines) {
  std::vector<std::size_t> begins;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (list_number(lines[i].text) == static_cast<int>(begins.size()) + 1) begins.push_back(i);
  }
  if (begins.empty()) return {lines};
  std::vector<LetterLineSpan> parts;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const auto end = i + 1 < begins.size() ? begins[i + 1] : lines.size();
    parts.push_back(lines.subspan(begins[i], end - begins[i]));
  }
  return parts;
}

// "... IS NOT MEDICALLY NECESSARY", unless the form's choice of words was left standing ("IS/IS NOT").
std::optional<Decision> decision_of_heading(const std::string& heading) {
  static const Regex choice(R"((?i)\b(?:is|was)\s*(?:/|or)\s*(?:is|was)\s*not\b)");
  static const Regex verdict(R"((?i)\b(?:is|was|are|were)\s*(not)?\s*medically\s*necessary)");
  std::string_view no;
  if (partial_match(heading, choice) || !partial_match(heading, verdict, &no)) return std::nullopt;
  return no.empty() ? Decision::overturned : Decision::upheld;
}

class LayoutAReader {
 public:
  explicit LayoutAReader(const HeadedLines& letter)
      : sections_(older_sections(letter)), draft_(letter.lines) {}

  Determination read() {
    draft_.read_parts(sections_);
    const auto items = numbered_parts(sections_.dispute);
    const auto reasons = numbered_parts(sections_.rationale);
    const bool apart = items.size() == reasons.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!items[i].empty()) add(items[i], apart ? reasons[i] : LetterLineSpan(sections_.rationale), apart);
    }
    draft_.require_issues();
    return draft_.finish(Layout::a);
  }

 private:
  void add(LetterLineSpan item, LetterLineSpan reasons, bool apart) {
    ToldIssue told;
    told.treatment = treatment_asked_for(one_paragraph(item));
    told.line = item.front().number;
    told.texts.reviewer = one_paragraph(sections_.guidelines);
    told.texts.has_label = true;
    told.texts.rationale = running_text(reasons);
    const bool numbered = apart && reasons.size() < sections_.rationale.size();
    if (numbered) told.texts.rationale = without_list_number(told.texts.rationale);
    told.decision = closing_decision(told.texts.rationale);
    if (!told.decision) told.decision = decision_of_heading(sections_.rationale_heading);
    draft_.add_told_issue(std::move(told));
  }

  OlderSections sections_;
  OlderDraft draft_;
};

}  // namespace

Determination read_layout_a(const HeadedLines& letter) { return LayoutAReader(letter).read(); }

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/layout_a_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
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
  constexpr std::string_view kNo = "NOTMEDICALLYNECESSARY";
  constexpr std::string_view kYes = "MEDICALLYNECESSARY";
  static const Regex choice("(?:ISISNOT|ISORISNOT|WASWASNOT|WASORWASNOT|ISWASORISWASNOT)");
  const auto letters = letters_only(heading);
  const auto ends_in = [&](std::string_view words) {
    const auto begin = letters.size() - std::min(letters.size(), words.size());
    return nearly_equal(std::string_view(letters).substr(begin), words);
  };
  if (partial_match(letters, choice)) return std::nullopt;
  if (ends_in(kNo)) return Decision::upheld;
  return ends_in(kYes) ? std::optional(Decision::overturned) : std::nullopt;
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
    told.decision = draft_.decision_of_rationale(told);
    if (!told.decision) told.decision = decision_of_heading(sections_.rationale_heading);
    draft_.add_told_issue(std::move(told));
  }

  OlderSections sections_;
  OlderDraft draft_;
};

}  // namespace

Determination read_layout_a(const HeadedLines& letter) { return LayoutAReader(letter).read(); }

}  // namespace imr

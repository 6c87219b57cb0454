// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_layout.h"

#include <algorithm>

#include "corpus/issue_blocks.h"
#include "corpus/regex.h"

namespace imr {
namespace {

using namespace std::chrono_literals;

constexpr Date kNewMtus = 2017y / 12 / 1;
constexpr Date kYearInTitles = 2016y / 3 / 1;  // about when the citation style changed

bool has_issue_labels(const LetterLines& lines) {
  return std::ranges::any_of(lines, [](const auto& line) { return label_of(line.text).has_value(); });
}

}  // namespace

LetterForm letter_form(const HeadedLines& letter) {
  using enum Heading;
  const auto has = [&](Heading heading) {
    return std::ranges::find(letter.headings, heading, &FoundHeading::heading) != letter.headings.end();
  };
  if (has(issues)) return LetterForm::d_to_g;
  if (has(decisions) || (has(made) && has(documents))) return LetterForm::c;
  if (has(review_decision) || has(expert_summary) || has(notice) || has(expert_qualifications)) {
    return LetterForm::b;
  }
  if (has(professional_review) || has(dispute) || has(rationale)) return LetterForm::a;
  if (has(made) || has(clinical_summary) || has_issue_labels(letter.lines)) return LetterForm::d_to_g;
  return LetterForm::none;
}

Layout layout_of_signs(const LayoutSigns& signs) {
  static const Regex disorders(R"((?i)(?:^|[^-])\bMTUS\b[^.;]{0,80}\bDisorders\b)");
  static const Regex section(R"((?i)Section\(s\)|outside of the MTUS)");
  static const Regex year(
      R"((?i)\bMTUS\b[^.;]{0,80}\b(?:Complaints|Treatment|Guidelines?),? (?:19|20)\d\d\b)");
  static const Regex chapter_or_pages(
      R"((?i)\bChapter \d+|Page\(s\)|did not base their decision on the MTUS)");
  if (signs.prose_credentials && !signs.list_credentials) return Layout::d;
  if (!signs.decision_date || *signs.decision_date >= kNewMtus) {
    if (signs.decision_date || partial_match(signs.citations, disorders)) return Layout::g;
  }
  const bool f = partial_match(signs.citations, section) || partial_match(signs.citations, year);
  const bool e = partial_match(signs.citations, chapter_or_pages);
  if (f != e) return f ? Layout::f : Layout::e;
  return signs.decision_date && *signs.decision_date >= kYearInTitles ? Layout::f : Layout::e;
}

}  // namespace imr

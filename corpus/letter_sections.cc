// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_sections.h"

#include <algorithm>
#include <string>

#include "corpus/issue_blocks.h"
#include "corpus/regex.h"

namespace imr {
namespace {

constexpr std::size_t kMostStandingLines = 10;  // of one standing sentence, in narrow columns

enum class Heading { made, summary, issues };

constexpr char kSummaryOpening[] = "(?i)^the expert reviewer developed the following";
constexpr char kIssuesOpening[] = "(?i)^the final determination was based on decisions";

std::optional<Heading> heading_of_letters(std::string_view letters) {
  if (letters == "HOWTHEIMRFINALDETERMINATIONWASMADE") return Heading::made;
  if (letters == "CLINICALCASESUMMARY") return Heading::summary;
  if (letters == "IMRISSUESDECISIONSANDRATIONALES" || letters == "IMRISSUESDECISIONSRATIONALES") {
    return Heading::issues;
  }
  return std::nullopt;
}

struct FoundHeading {
  std::optional<Heading> heading;
  std::size_t lines = 0;
};

// The heading on line `i`, or on it and the next.
FoundHeading heading_at(LetterLineSpan lines, std::size_t i) {
  constexpr std::size_t kWidest = 100;
  if (lines[i].text.size() > kWidest) return {};
  const auto letters = letters_only(lines[i].text);
  if (const auto heading = heading_of_letters(letters)) return {heading, 1};
  if (letters.empty() || i + 1 == lines.size() || lines[i + 1].text.size() > kWidest) return {};
  const auto second = letters_only(lines[i + 1].text);
  if (second.empty()) return {};
  if (const auto heading = heading_of_letters(letters + second)) return {heading, 2};
  return {};
}

struct StandingText {
  Regex opening;
  Regex close;
};

const StandingText& standing_text(Heading part) {
  static const StandingText summary = {Regex(kSummaryOpening),
                                       Regex(R"((?i)including all medical records\s*:?\s*(.*))")};
  static const StandingText issues = {Regex(kIssuesOpening), Regex(R"((?i)set forth below\s*:?\s*(.*))")};
  return part == Heading::summary ? summary : issues;
}

std::optional<Heading> opening_of(std::string_view line) {
  for (const auto part : {Heading::summary, Heading::issues}) {
    if (partial_match(line, standing_text(part).opening)) return part;
  }
  return std::nullopt;
}

// Drops a standing sentence at the beginning; what follows it on its last line stays.
void drop_standing_text(LetterLines& lines, Heading part) {
  const auto& standing = standing_text(part);
  if (lines.empty() || !partial_match(lines.front().text, standing.opening)) return;
  for (std::size_t i = 0; i < std::min(lines.size(), kMostStandingLines); ++i) {
    std::string rest;
    const auto text = one_paragraph(LetterLineSpan(lines).first(i + 1));
    if (!partial_match(text, standing.close, &rest)) continue;
    if (!rest.empty()) lines[i].text = rest;
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i + (rest.empty() ? 1 : 0)));
    return;
  }
}

// A letter whose last heading is lost still has its titles and guidelines.
void split_off_issues(LetterLines& from, LetterLines& issues) {
  const auto begin = from.begin() + static_cast<std::ptrdiff_t>(first_issue_line(from));
  issues.assign(begin, from.end());
  from.erase(begin, from.end());
}

}  // namespace

LetterSections letter_sections(const LetterLines& lines) {
  LetterSections sections;
  LetterLines* current = &sections.header;
  bool has_issues = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    const auto [heading, heading_lines] = heading_at(lines, i);
    const auto opening = heading ? std::nullopt : opening_of(line.text);
    const auto part = heading ? heading : opening;
    // After the heading of the issues nothing but issues comes.
    if (part && !has_issues) {
      if (part == Heading::made) current = &sections.made;
      if (part == Heading::summary) current = &sections.summary;
      if (part == Heading::issues) current = &sections.issues;
      sections.has_summary |= part == Heading::summary;
      has_issues |= part == Heading::issues;
    }
    if (!heading) {
      current->push_back(line);
    } else {
      i += heading_lines - 1;
    }
  }
  if (!has_issues) split_off_issues(*current, sections.issues);
  drop_standing_text(sections.summary, Heading::summary);
  drop_standing_text(sections.issues, Heading::issues);
  return sections;
}

}  // namespace imr

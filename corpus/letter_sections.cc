// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_sections.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/issue_blocks.h"
#include "corpus/regex.h"

namespace imr {
namespace {

constexpr std::size_t kMostStandingLines = 10;  // of one standing sentence, in narrow columns

struct StandingText {
  std::string_view opening;
  Regex close;
};

const StandingText& standing_text(Heading part) {
  static const StandingText summary = {"the expert reviewer developed the following",
                                       Regex(R"((?i)including all medical records\s*:?\s*)")};
  static const StandingText issues = {"the final determination was based on decisions",
                                      Regex(R"((?i)set forth below\s*:?\s*)")};
  return part == Heading::clinical_summary ? summary : issues;
}

std::optional<Heading> opening_of(std::string_view line) {
  for (const auto part : {Heading::clinical_summary, Heading::issues}) {
    if (begins_with(line, standing_text(part).opening)) return part;
  }
  return std::nullopt;
}

// Drops a standing sentence at the beginning; what follows it on its last line stays.
void drop_standing_text(LetterLines& lines, Heading part) {
  const auto& standing = standing_text(part);
  if (lines.empty() || !begins_with(lines.front().text, standing.opening)) return;
  for (std::size_t i = 0; i < std::min(lines.size(), kMostStandingLines); ++i) {
    const auto text = one_paragraph(LetterLineSpan(lines).first(i + 1));
    std::string_view rest = text;
    if (!find_and_consume(rest, standing.close)) continue;
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

// Of the headings of all layouts, those that part a letter of these.
std::optional<Heading> part_of(Heading heading) {
  const bool parts =
      heading == Heading::made || heading == Heading::clinical_summary || heading == Heading::issues;
  return parts ? std::optional(heading) : std::nullopt;
}

void push_rest(LetterLine line, const std::string& rest, LetterLines& to) {
  line.text = rest;
  to.push_back(std::move(line));
}

}  // namespace

LetterSections letter_sections(HeadedLines letter) {
  auto& lines = letter.lines;
  auto next = letter.headings.begin();
  LetterSections sections;
  LetterLines* current = &sections.header;
  bool has_issues = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    while (next != letter.headings.end() && next->line < i) ++next;
    const bool found =
        next != letter.headings.end() && next->line == i && (!has_issues || next->rest.empty());
    const FoundHeading* heading = found ? &*next : nullptr;
    const auto part = heading      ? part_of(heading->heading)
                      : has_issues ? std::nullopt
                                   : opening_of(lines[i].text);
    // After the heading of the issues nothing but issues comes.
    if (part && !has_issues) {
      if (part == Heading::made) current = &sections.made;
      if (part == Heading::clinical_summary) current = &sections.summary;
      if (part == Heading::issues) current = &sections.issues;
      has_issues |= part == Heading::issues;
    }
    if (!heading || !part) {
      current->push_back(std::move(lines[i]));
      continue;
    }
    i += heading->lines - 1;
    if (!heading->rest.empty()) push_rest(std::move(lines[i]), heading->rest, *current);
  }
  if (!has_issues) split_off_issues(*current, sections.issues);
  drop_standing_text(sections.summary, Heading::clinical_summary);
  drop_standing_text(sections.issues, Heading::issues);
  return sections;
}

}  // namespace imr

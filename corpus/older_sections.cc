// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/older_sections.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "corpus/regex.h"

namespace imr {
namespace {

constexpr std::size_t kMostStandingLines = 6;

// What follows is no longer said of the case.
bool closes_letter(std::string_view line) {
  static const Regex pattern(
      R"((?i)(?:sincerely|respectfully)(?: yours| submitted)?\s*,?|cc\s*:.*|disclaimer\s*:\s*MAXIMUS\b.*)");
  return full_match(line, pattern);
}

// Drops a sentence that the form has at the beginning of a part, and gives it.
std::string take_standing(LetterLines& lines, const Regex& sentence) {
  for (std::size_t count = 1; count <= std::min(lines.size(), kMostStandingLines); ++count) {
    std::string taken;
    std::string rest;
    if (!full_match(one_paragraph(LetterLineSpan(lines).first(count)), sentence, &taken, &rest)) continue;
    // The last line keeps what follows the sentence.
    const auto& last = lines[count - 1].text;
    const auto kept = rest.empty() ? last.npos : last.rfind(rest.substr(0, rest.find(' ')));
    if (kept != last.npos) lines[count - 1].text = last.substr(kept);
    lines.erase(lines.begin(),
                lines.begin() + static_cast<std::ptrdiff_t>(kept == last.npos ? count : count - 1));
    return taken;
  }
  return {};
}

// A date may be broken over lines, so its sentence must be closed; failing that, its line.
std::string take_disclaimer(LetterLines& summary) {
  static const std::string begin(
      R"((?i)(\W*(?:disclaimer\s*[:;]\s*)?the following case summary was taken directly from the utilization )"
      R"(review.{0,60}?\bdated\s+[^:.;]{0,30})");
  static const std::string end(R"()(?:["\x{201C}\s]+(.*))?)");
  static const Regex closed(begin + "[:.;]" + end);
  static const Regex open(begin + end);
  const auto taken = take_standing(summary, closed);
  return taken.empty() ? take_standing(summary, open) : taken;
}

void drop_opening(LetterLines& lines, Heading part) {
  static const Regex summary(
      R"((?i)(the (?:\w+ )?reviewer developed the following .{0,120}including all medical records\s*[:.]?)\s*(.*))");
  static const Regex issues(
      R"((?i)(the final determination was based on decisions .{0,80}set forth below\s*[:.]?)\s*(.*))");
  take_standing(lines, part == Heading::issues ? issues : summary);
}

class Sorter {
 public:
  explicit Sorter(const HeadedLines& letter) : lines_(letter.lines), headings_(letter.headings) {}

  OlderSections sort() {
    current_ = &sections_.header;
    auto heading = headings_.begin();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      while (heading != headings_.end() && heading->line < i) ++heading;
      if (heading != headings_.end() && heading->line == i && begin(*heading)) {
        i += heading->lines - 1;
        if (!heading->rest.empty()) add(lines_[i], heading->rest);
      } else if (closes_letter(lines_[i].text)) {
        current_ = nullptr;
      } else {
        add(lines_[i], lines_[i].text);
      }
    }
    sections_.disclaimer = take_disclaimer(sections_.summary);
    drop_opening(sections_.summary, Heading::clinical_summary);
    drop_opening(sections_.issues, Heading::issues);
    return std::move(sections_);
  }

 private:
  void add(const LetterLine& line, const std::string& text) {
    if (current_ == nullptr) return;
    current_->push_back(line);
    current_->back().text = text;
  }

  // False if the words are no heading here: after that of the issues of C nothing but issues comes.
  bool begin(const FoundHeading& found) {
    if (in_issues_) return false;
    current_ = part_of(found.heading);
    in_issues_ = current_ == &sections_.issues;
    if (found.heading == Heading::rationale) sections_.rationale_heading = found.written;
    return true;
  }

  LetterLines* part_of(Heading heading) {
    switch (heading) {
      case Heading::made:
      case Heading::expert_qualifications:
      case Heading::qualifications:
        return &sections_.qualifications;
      case Heading::clinical_summary:
      case Heading::expert_summary:
      case Heading::case_summary:
        return &sections_.summary;
      case Heading::issues:
      case Heading::decisions:
        return &sections_.issues;
      case Heading::documents:
        return &sections_.documents;
      case Heading::notice:
      case Heading::professional_review:
        return &sections_.header;
      case Heading::review_decision:
        return &sections_.decisions;
      case Heading::dispute:
        return &sections_.dispute;
      case Heading::guidelines:
        return &sections_.guidelines;
      case Heading::rationale:
        return &sections_.rationale;
      case Heading::effect:
        return nullptr;
    }
    return nullptr;
  }

  LetterLineSpan lines_;
  const std::vector<FoundHeading>& headings_;
  OlderSections sections_;
  LetterLines* current_ = nullptr;
  bool in_issues_ = false;
};

}  // namespace

OlderSections older_sections(const HeadedLines& letter) { return Sorter(letter).sort(); }

}  // namespace imr

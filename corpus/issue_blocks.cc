// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/issue_blocks.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <re2/re2.h>

namespace imr {
namespace {

constexpr std::size_t kMostTitleLines = 60;

struct LabelPattern {
  IssueLabel label;
  RE2 pattern;
};

const std::array<LabelPattern, 3>& label_patterns() {
  static const std::array<LabelPattern, 3> patterns = {{
      {IssueLabel::claims_administrator,
       RE2(R"((?i)claims administrator(?:'s|\x{2019}s)? guidelines?\s*:\s*)")},
      {IssueLabel::reviewer, RE2(R"((?i)maximus guidelines?\s*:\s*)")},
      {IssueLabel::rationale, RE2(R"((?i)decision rationale\s*:\s*)")},
  }};
  return patterns;
}

std::string_view without_label(std::string_view line) {
  re2::StringPiece rest = line;
  for (const auto& [label, pattern] : label_patterns()) {
    if (RE2::Consume(&rest, pattern)) break;
  }
  return rest;
}

bool is_decision_alone(std::string_view line) {
  static const RE2 pattern(R"((?i)(?:upheld|overturned)\s*\.?)");
  return RE2::FullMatch(line, pattern);
}

bool ends_in_decision_after_colon(std::string_view line) {
  static const RE2 pattern(R"((?i):\s*(?:upheld|overturned)\s*\.?$)");
  return RE2::PartialMatch(line, pattern);
}

bool ends_in_decision(std::string_view line) {
  static const RE2 pattern(R"((?i)\b(?:upheld|overturned)$)");
  return RE2::PartialMatch(line, pattern);
}

bool is_split_request(std::string_view text) {
  static const RE2 pattern(R"((?i)\bIMR eligible\b|^the original request,)");
  return RE2::PartialMatch(text, pattern);
}

bool has_original_request(std::string_view text) {
  static const RE2 pattern(R"((?i)\b(?:was|were) the original request\b)");
  return RE2::PartialMatch(text, pattern);
}

bool begins_lower(std::string_view text) { return text.front() >= 'a' && text.front() <= 'z'; }

// "Dr." and "P.T." at a line's end close no sentence.
bool ends_in_abbreviation(std::string_view text) {
  static const RE2 pattern(R"((?i)\b(?:drs?|mrs?|ms|inc|vs|st|no|approx|[a-z])\.$)");
  return RE2::PartialMatch(text, pattern);
}

bool is_verdict(std::string_view line) {
  const auto letters = letters_only(line);
  return letters.ends_with("MEDICALLYNECESSARY") || letters.ends_with("MEDICALLYNECESSARYANDAPPROPRIATE");
}

// Finds where titles begin and end among the lines of a letter.
class TitleFinder {
 public:
  explicit TitleFinder(LetterLineSpan lines) : lines_(lines) {
    std::vector<std::size_t> widths;
    for (const auto& line : lines_) widths.push_back(line.text.size());
    if (widths.empty()) return;
    // The longest lines may be freaks; three in four lines of running text are nearly full.
    const auto full = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 3 / 4);
    std::ranges::nth_element(widths, full);
    width_ = *full;
  }

  // True if the line ends a title.
  bool ends_title(std::size_t i) const {
    const auto& line = lines_[i].text;
    const auto label = i + 1 < lines_.size() ? label_of(lines_[i + 1].text) : std::nullopt;
    if (label_of(line)) return false;
    if (label == IssueLabel::claims_administrator && ends_in_decision(line)) return true;
    const bool ends_block =
        i + 1 == lines_.size() || label || lines_[i + 1].after_gap || lines_[i + 1].after_page_break;
    if (is_decision_alone(line)) return label || (ends_block && i > 0 && lines_[i - 1].text.ends_with(':'));
    return ends_block && ends_in_decision_after_colon(line);
  }

  // The first line of the title that ends at `last`; not before `floor`.
  std::size_t begin_of_title(std::size_t last, std::size_t floor) const {
    if (last > kMostTitleLines) floor = std::max(floor, last - kMostTitleLines);
    auto begin = last;
    if (begin > floor && is_decision_alone(lines_[last].text)) --begin;
    begin = up_to_boundary(begin, floor);
    const auto text = [&] { return one_paragraph(lines_.subspan(begin, last + 1 - begin)); };
    if (!is_split_request(text())) return begin;
    while (begin > floor && !has_original_request(text()) && !gap_before(begin)) --begin;
    return up_to_boundary(begin, floor);
  }

 private:
  std::size_t up_to_boundary(std::size_t begin, std::size_t floor) const {
    while (begin > floor && !boundary_before(begin)) --begin;
    return begin;
  }

  bool gap_before(std::size_t i) const { return lines_[i].after_gap && !lines_[i].after_page_break; }

  bool boundary_before(std::size_t i) const {
    const auto& above = lines_[i - 1].text;
    if (gap_before(i) || is_verdict(above) || label_of(above)) return true;
    return !begins_lower(lines_[i].text) &&
           ((ends_sentence(above) && !ends_in_abbreviation(above)) || broken_early(i));
  }

  // The line above ends long before the margin, although the next word would have fitted.
  bool broken_early(std::size_t i) const {
    const auto word = lines_[i].text.find(' ');
    const auto needed = lines_[i - 1].text.size() + 1 + std::min(word, lines_[i].text.size());
    return needed * 4 < width_ * 3;
  }

  LetterLineSpan lines_;
  std::size_t width_ = 0;
};

struct TitleRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<TitleRange> titles_in(const LetterLines& lines) {
  const TitleFinder finder(lines);
  std::vector<TitleRange> titles;
  std::size_t floor = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (label_of(lines[i].text)) floor = i + 1;
    if (!finder.ends_title(i)) continue;
    titles.push_back({finder.begin_of_title(i, std::min(floor, i)), i + 1});
    floor = i + 1;
  }
  return titles;
}

// Fills one issue from the lines after its title.
class BlockReader {
 public:
  BlockReader(LetterLines title, const std::function<void(const Problem&)>& on_problem)
      : on_problem_(on_problem) {
    block_.title = std::move(title);
    part_ = &block_.unlabelled;
  }

  IssueBlock read(LetterLineSpan lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto label = label_of(lines[i].text);
      if (label == IssueLabel::claims_administrator && seen(*label)) {
        drop_title_before(lines, i);
        on_problem_({lines[i].number, "no_decision", "guidelines without a title and decision before them"});
        break;
      }
      if (label && !seen(*label)) {
        begin_part(*label, lines[i]);
      } else {
        part_->push_back(lines[i]);
      }
    }
    return std::move(block_);
  }

 private:
  bool seen(IssueLabel label) const { return last_ && *last_ >= label; }

  void begin_part(IssueLabel label, const LetterLine& line) {
    last_ = label;
    if (label == IssueLabel::claims_administrator) part_ = &block_.claims_administrator;
    if (label == IssueLabel::reviewer) part_ = &block_.reviewer;
    if (label == IssueLabel::rationale) part_ = &block_.rationale;
    block_.has_reviewer |= label == IssueLabel::reviewer;
    block_.has_rationale |= label == IssueLabel::rationale;
    auto first = line;
    first.text = std::string(without_label(line.text));
    if (!first.text.empty()) part_->push_back(std::move(first));
  }

  // The title of the undecided issue at `label_at` has been taken for the end of this rationale.
  void drop_title_before(LetterLineSpan lines, std::size_t label_at) {
    if (label_at == 0) return;
    const auto begin = TitleFinder(lines).begin_of_title(label_at - 1, 0);
    const auto count = std::min(label_at - begin, part_->size());
    part_->resize(part_->size() - count);
  }

  const std::function<void(const Problem&)>& on_problem_;
  IssueBlock block_;
  LetterLines* part_ = nullptr;
  std::optional<IssueLabel> last_;
};

}  // namespace

std::optional<IssueLabel> label_of(std::string_view line) {
  if (line.empty() || std::string_view("CcMmDd").find(line.front()) == std::string_view::npos)
    return std::nullopt;
  for (const auto& [label, pattern] : label_patterns()) {
    re2::StringPiece rest = line;
    if (RE2::Consume(&rest, pattern)) return label;
  }
  return std::nullopt;
}

std::vector<IssueBlock> issue_blocks(const LetterLines& lines,
                                     const std::function<void(const Problem&)>& on_problem) {
  const auto titles = titles_in(lines);
  const LetterLineSpan all = lines;
  const auto copy = [&](std::size_t begin, std::size_t end) {
    const auto part = all.subspan(begin, end - begin);
    return LetterLines(part.begin(), part.end());
  };
  const auto before = titles.empty() ? lines.size() : titles.front().begin;
  for (std::size_t i = 0; i < before; ++i) {
    if (label_of(lines[i].text) != IssueLabel::claims_administrator) continue;
    on_problem({lines[i].number, "no_decision", "guidelines without a title and decision before them"});
  }
  std::vector<IssueBlock> blocks;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const auto end = i + 1 < titles.size() ? titles[i + 1].begin : lines.size();
    BlockReader reader(copy(titles[i].begin, titles[i].end), on_problem);
    blocks.push_back(reader.read(all.subspan(titles[i].end, end - titles[i].end)));
  }
  return blocks;
}

std::size_t first_issue_line(const LetterLines& lines) {
  const auto titles = titles_in(lines);
  return titles.empty() ? lines.size() : titles.front().begin;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/title_finder.h"

#include <algorithm>
#include <optional>
#include <string>

#include "corpus/issue_blocks.h"
#include "corpus/issue_title.h"
#include "corpus/regex.h"

namespace imr {
namespace {

constexpr std::size_t kMostTitleLines = 60;
constexpr std::size_t kMostCutLines = 4;       // of a title without its end
constexpr std::size_t kMostLinesToLabel = 25;  // guidelines whose label is lost stand between

bool is_decision_alone(std::string_view line) {
  const auto ending = ending_decision(line);
  return ending && ending->before.empty();
}

bool ends_in_decision_after_colon(std::string_view line) {
  const auto ending = ending_decision(line);
  return ending && trimmed(ending->before).ends_with(':');
}

bool is_split_request(std::string_view text) {
  static const Regex pattern(
      R"((?i)\bIMR eligible\b|^the original request,|\b(?:is|are)\s*:\s*(?:upheld|overturned)\s*\.?$)");
  return partial_match(text, pattern);
}

bool has_original_request(std::string_view text) {
  static const Regex pattern(R"((?i)\b(?:was|were) the original request\b)");
  return partial_match(text, pattern);
}

bool begins_lower(std::string_view text) { return text.front() >= 'a' && text.front() <= 'z'; }

// "Dr." and "P.T." at a line's end close no sentence.
bool ends_in_abbreviation(std::string_view text) {
  static const Regex pattern(R"((?i)\b(?:drs?|mrs?|ms|inc|vs|st|no|approx|[a-z])\.$)");
  return partial_match(text, pattern);
}

// The words with which a reviewer concludes: what follows them is the next issue.
bool closes_verdict(std::string_view text) {
  static const Regex necessary(
      R"((?i)\bmedically\s+necessary(?:\s+(?:and|or)\s+appropriate)?(?:\s+at\s+this\s+time)?[\s.)]*$)");
  static const Regex other(
      R"((?i)\b(?:is|are|was|were|be|been)\s+(?:(?:not|therefore|thus|also|hereby|being|medically)\s+){0,3})"
      R"((?:certified|non-?certified|recommended|supported|indicated|warranted|appropriate|necessary|established)[.)]+\s*$)");
  return partial_match(text, necessary) || partial_match(text, other);
}

// Words of whole sentences, which the names of treatments do without.
bool has_verb(std::string_view text) {
  static const Regex pattern(
      R"((?i)\b(?:is|are|was|were|has|have|had|been|be|do|does|did|should|must|will|would|may|might|can|could|not)\b)");
  return partial_match(text, pattern);
}

// Finds where titles begin and end among the lines of a letter.
class TitleFinder {
 public:
  explicit TitleFinder(LetterLineSpan lines) : lines_(lines) {
    std::vector<std::size_t> widths;
    widths.reserve(lines_.size());
    labels_.reserve(lines_.size());
    for (const auto& line : lines_) widths.push_back(line.text.size());
    for (const auto& line : lines_) labels_.push_back(label_of(line.text));
    if (widths.empty()) return;
    // The longest lines may be freaks; three in four lines of running text are nearly full.
    const auto full = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 3 / 4);
    std::ranges::nth_element(widths, full);
    width_ = *full;
  }

  bool has_label(std::size_t i) const { return labels_[i].has_value(); }

  // True if the line ends a title.
  bool ends_title(std::size_t i) const {
    const auto& line = lines_[i].text;
    const auto label = i + 1 < lines_.size() ? labels_[i + 1] : std::nullopt;
    if (has_label(i)) return false;
    if (label == IssueLabel::claims_administrator && (ends_in_decision(line) || slipped_decision(line)))
      return true;
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
    if (!is_split_request(text(begin, last + 1))) return up_to_block(begin, floor);
    return up_to_boundary(up_to_original_request(begin, last, floor), floor);
  }

  // The line after the last verdict, if what follows it is no sentence.
  std::size_t begin_of_cut_title() const {
    const auto end = lines_.size();
    if (end < 2 || ends_sentence(lines_.back().text)) return end;
    for (auto begin = end - 1; begin > 0 && end - begin <= kMostCutLines; --begin) {
      if (!verdict_before(begin)) continue;
      return begins_lower(lines_[begin].text) || has_verb(text(begin, end)) ? end : begin;
    }
    return end;
  }

 private:
  std::string text(std::size_t begin, std::size_t end) const {
    return one_paragraph(lines_.subspan(begin, end - begin));
  }

  std::size_t up_to_boundary(std::size_t begin, std::size_t floor) const {
    while (begin > floor && !boundary_before(begin)) --begin;
    return begin;
  }

  // A split request tells first what was asked for, if need be beyond a gap in the middle of a sentence.
  std::size_t up_to_original_request(std::size_t begin, std::size_t last, std::size_t floor) const {
    const auto found = [&](std::size_t at) { return has_original_request(text(at, last + 1)); };
    const auto ends_at = [&](std::size_t at) { return at == floor || gap_before(at) || found(at); };
    const auto stated = begin;
    while (!ends_at(begin)) --begin;
    if (begin == floor && floor > 0 && !found(begin)) return stated;
    if (begin == floor || found(begin) || ends_sentence(lines_[begin - 1].text)) return begin;
    auto beyond = begin - 1;
    while (!ends_at(beyond)) --beyond;
    return found(beyond) ? beyond : begin;
  }

  // Where the lines before `begin`, up to the end of what stands before the issue, are no sentences, they
  // belong to the title, however they are broken.
  std::size_t up_to_block(std::size_t begin, std::size_t floor) const {
    auto block = begin;
    bool crossed = false;
    for (; block > floor && !is_firm_boundary(block); --block) {
      if (!gap_before(block)) continue;
      const bool goes_on = begins_lower(lines_[block].text) && !crossed;
      if (!goes_on || has_label(block - 1)) return begin;
      crossed = true;
    }
    const bool firm = block == 0 || (block > floor && is_firm_boundary(block));
    return firm && !has_verb(text(block, begin)) ? block : begin;
  }

  bool gap_before(std::size_t i) const { return lines_[i].after_gap && !lines_[i].after_page_break; }

  // A verdict may be broken over lines.
  bool verdict_before(std::size_t i) const {
    constexpr std::size_t kMostLines = 4;
    return closes_verdict(text(i - std::min(i, kMostLines), i));
  }

  bool sentence_before(std::size_t i) const {
    const auto& above = lines_[i - 1].text;
    return ends_sentence(above) && !ends_in_abbreviation(above);
  }

  // The text above is surely finished.
  bool is_firm_boundary(std::size_t i) const {
    return verdict_before(i) || (lines_[i].after_gap && sentence_before(i));
  }

  bool boundary_before(std::size_t i) const {
    if (gap_before(i) || has_label(i - 1) || is_firm_boundary(i)) return true;
    return !begins_lower(lines_[i].text) && (sentence_before(i) || broken_early(i));
  }

  // The line above ends long before the margin, although the next word would have fitted.
  bool broken_early(std::size_t i) const {
    const auto word = lines_[i].text.find(' ');
    const auto needed = lines_[i - 1].text.size() + 1 + std::min(word, lines_[i].text.size());
    return needed * 4 < width_ * 3;
  }

  LetterLineSpan lines_;
  std::vector<std::optional<IssueLabel>> labels_;  // of the lines
  std::size_t width_ = 0;
};

// A decision of an earlier letter, quoted in a rationale, has no guidelines after it; a letter may be cut
// after a title, though.
bool has_issue_after(const TitleFinder& finder, LetterLineSpan lines, std::size_t title_end) {
  if (title_end == lines.size()) return true;
  const auto end = std::min(lines.size(), title_end + kMostLinesToLabel);
  for (auto i = title_end; i < end; ++i) {
    if (finder.has_label(i)) return true;
    if (finder.ends_title(i)) return false;
  }
  return false;
}

}  // namespace

std::vector<TitleRange> titles_in(LetterLineSpan lines) {
  const TitleFinder finder(lines);
  std::vector<TitleRange> titles;
  std::size_t floor = 0;
  bool in_issue = false;  // a label stands after the last title
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (finder.has_label(i)) {
      floor = i + 1;
      in_issue = !titles.empty();
    }
    if (!finder.ends_title(i) || (in_issue && !has_issue_after(finder, lines, i + 1))) continue;
    titles.push_back({finder.begin_of_title(i, std::min(floor, i)), i + 1});
    floor = i + 1;
    in_issue = false;
  }
  return titles;
}

std::size_t begin_of_title(LetterLineSpan lines, std::size_t last) {
  return TitleFinder(lines).begin_of_title(last, 0);
}

std::size_t begin_of_cut_title(LetterLineSpan rationale) {
  return TitleFinder(rationale).begin_of_cut_title();
}

bool ends_in_decision(std::string_view line) {
  const auto ending = ending_decision(line);
  return ending && !ending->full_stop;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_split.h"

#include <algorithm>
#include <optional>
#include <string>

#include "corpus/ascii.h"
#include "corpus/header_table.h"
#include "corpus/issue_blocks.h"
#include "corpus/letter_lines.h"
#include "corpus/regex.h"

namespace imr {
namespace {

constexpr std::size_t kMostTableLines = 20;  // from the first row of a table to the first heading
constexpr std::size_t kMostLinesAbove = 12;  // of a letterhead on the page of the table

struct PlacedLine {
  std::string_view text;   // trimmed, not blank
  std::size_t offset = 0;  // in the whole text
  std::size_t number = 0;
  bool begins_page = false;
};

// Lines without the blank ones; form feeds end lines too.
std::vector<PlacedLine> placed_lines(std::string_view text) {
  std::vector<PlacedLine> lines;
  std::size_t number = 1;
  bool new_page = false;
  auto feed = text.find('\f');
  for (std::size_t begin = 0; begin <= text.size();) {
    if (feed < begin) feed = text.find('\f', begin);
    const auto end = std::min({text.find('\n', begin), feed, text.size()});
    const auto line = trimmed(text.substr(begin, end - begin));
    if (!line.empty()) {
      lines.push_back({line, begin, number, new_page});
      new_page = false;
    }
    if (end < text.size() && text[end] == '\n') ++number;
    if (end < text.size() && text[end] == '\f') new_page = true;
    begin = end + 1;
  }
  return lines;
}

// The number on a line "Case Number: CM00-0000123" of a header table; empty without a number.
std::optional<std::string> case_number_row(std::string_view line) {
  static const Regex pattern(
      R"((?i)(?:IMR |MAXIMUS )?Case (?:Number|No\.?)\s*(?::\s*)?(?:(?:IMR )?((?:CM)?\d{2}-\d{3,8})\b.*)?)");
  std::string number;
  const bool may_be =
      begins_with(line, "case n") || begins_with(line, "imr case n") || begins_with(line, "maximus case n");
  if (!may_be || !full_match(line, pattern, &number)) return std::nullopt;
  return number;
}

bool is_made_heading(std::string_view line) {
  return line.size() < 80 && has_letters(line, "HOWTHEIMRFINALDETERMINATIONWASMADE");
}

// The headings with which the layouts A and B begin.
bool is_first_heading(std::string_view line) {
  if (line.size() >= 80 || (line.front() != 'M' && line.front() != 'N')) return false;
  return has_letters(line, "MEDICALPROFESSIONALREVIEW") ||
         has_letters(line, "NOTICEOFINDEPENDENTMEDICALREVIEWDETERMINATION");
}

bool is_letterhead(std::string_view line) {
  return line.starts_with("MAXIMUS") && line.size() < 80 && has_letters(line, "MAXIMUSFEDERALSERVICESINC");
}

// What only the issues of a letter have: labels, or the sentences of A to C.
bool is_of_issues(std::string_view line) {
  static constexpr std::string_view kSentences[] = {
      "the claims administrator based its", "the claims administrator did not cite",
      "the claims administrator and the expert", "rationale for why the requested"};
  const auto begins = [&](std::string_view sentence) { return begins_with(line, sentence); };
  const char first = line.front();
  return label_of(line) || ((first == 'T' || first == 'R') && std::ranges::any_of(kSentences, begins));
}

// Finds the beginnings of letters, line by line.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : lines_(placed_lines(text)) {}

  std::vector<const PlacedLine*> beginnings() {
    std::vector<const PlacedLine*> result;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (in_issues_ && begins_letter(i)) {
        result.push_back(&lines_[top_of_letter(i)]);
        in_issues_ = false;
        case_number_.clear();
      }
      in_issues_ = in_issues_ || is_of_issues(lines_[i].text);
      if (case_number_.empty()) case_number_ = case_number_row(lines_[i].text).value_or("");
    }
    return result;
  }

 private:
  bool begins_letter(std::size_t i) const {
    const auto& line = lines_[i].text;
    if (is_made_heading(line) || is_first_heading(line)) return true;
    const auto number = case_number_row(line);
    if (!number || *number == case_number_) return false;
    const auto end = std::min(lines_.size(), i + kMostTableLines);
    for (auto next = i + 1; next < end; ++next) {
      if (is_made_heading(lines_[next].text)) return true;
    }
    return !number->empty() && !case_number_.empty() && has_row_below(i);
  }

  bool has_row_below(std::size_t i) const {
    constexpr std::size_t kFarthest = 3;
    for (auto next = i + 1; next < std::min(lines_.size(), i + 1 + kFarthest); ++next) {
      if (is_header_row(lines_[next].text)) return true;
    }
    return false;
  }

  // The letterhead or the first line of the page, unless text of the letter before stands there.
  std::size_t top_of_letter(std::size_t i) const {
    for (auto top = i; top > 0 && i - top <= kMostLinesAbove; --top) {
      if (lines_[top].begins_page || is_letterhead(lines_[top].text)) return top;
      if (is_letterhead(lines_[top - 1].text)) return top - 1;
      if (ends_sentence(lines_[top - 1].text)) break;
    }
    return i;
  }

  std::vector<PlacedLine> lines_;
  bool in_issues_ = false;
  std::string case_number_;
};

}  // namespace

std::vector<LetterText> split_letters(std::string_view text) {
  Splitter splitter(text);
  std::vector<LetterText> letters = {{text, 1}};
  std::size_t begin = 0;
  for (const auto* line : splitter.beginnings()) {
    letters.back().text = text.substr(begin, line->offset - begin);
    begin = line->offset;
    letters.push_back({text.substr(begin), line->number});
  }
  return letters;
}

}  // namespace imr

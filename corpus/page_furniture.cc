// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/page_furniture.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "corpus/ascii.h"
#include "corpus/header_table.h"
#include "corpus/regex.h"

namespace imr {
namespace {

constexpr std::size_t kMostWords = 12;  // of a running head with a case number

bool is_page_mark(std::string_view text) {
  static const Regex pattern(
      R"((?i)page\s*:?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|)"
      R"(final determination letter for imr case (?:number|no\.?):?\s*\S+(?:\s+\d{1,3})?)");
  return (begins_with(text, "page") || begins_with(text, "final determination")) && full_match(text, pattern);
}

// "3" or "- 3 -".
std::optional<int> lone_number(std::string_view text) {
  static const Regex pattern(R"([-\x{2013}]?\s*(\d{1,3})\s*[-\x{2013}]?)");
  int number = 0;
  if (!full_match(text, pattern, &number)) return std::nullopt;
  return number;
}

// At the edge of page `page`: a number that fits, or one in the middle of the line.
bool is_page_number(const LetterLine& line, int page, int offset) {
  const auto number = lone_number(line.text);
  return number && (line.centred || *number == page || *number == page + offset);
}

bool ends_page(const LetterLines& lines, std::size_t i) {
  return i + 1 == lines.size() || lines[i + 1].after_page_break;
}

// How far the numbers at the ends of pages are ahead of the pages' own; at least two must agree on it.
int page_number_offset(const LetterLines& lines) {
  std::map<int, int> counts;
  int page = 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].after_page_break && i > 0) ++page;
    const auto number = ends_page(lines, i) ? lone_number(lines[i].text) : std::nullopt;
    if (number && ++counts[*number - page] > 1) return *number - page;
  }
  return 0;
}

bool is_running_head(std::string_view text) {
  static const Regex pattern(R"(\bCM\d\d-\d{7}\b)");
  if (text.find("CM") == text.npos || !partial_match(text, pattern)) return false;
  const auto words = 1 + static_cast<std::size_t>(std::ranges::count(text, ' '));
  return words <= kMostWords && !ends_sentence(text);
}

// The lines that are no furniture.
struct KeptLines {
  LetterLines lines;
  std::size_t rows = 0;  // of header tables
  bool has_heading = false;

  void add(LetterLine line) {
    rows += is_header_row(line.text);
    has_heading |= has_letters(line.text, "HOWTHEIMRFINALDETERMINATIONWASMADE");
    lines.push_back(std::move(line));
  }

  // True once the table at the head of the letter has been read, or the letter goes on without one: a cover
  // page may stand before it.
  bool is_past_table() const { return rows > 1 || has_heading; }
};

}  // namespace

void remove_page_furniture(LetterLines& lines) {
  KeptLines kept;
  int page = 1;
  bool past_table = false;
  bool at_top = false;  // nothing but furniture on this page so far
  bool break_before = false;
  bool gap_before = false;
  const int offset = page_number_offset(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto& line = lines[i];
    if (line.after_page_break && i > 0) {
      ++page;
      at_top = kept.lines.size() > kept.rows;
      past_table = kept.is_past_table();
    }
    break_before |= line.after_page_break;
    gap_before |= line.after_gap;
    const bool at_edge = at_top || ends_page(lines, i);
    const bool furniture = is_page_mark(line.text) || (at_edge && is_page_number(line, page, offset)) ||
                           (at_top && past_table && is_header_row(line.text)) ||
                           (at_edge && is_running_head(line.text) && !is_header_row(line.text));
    if (furniture) {
      break_before = true;
      continue;
    }
    at_top = false;
    line.after_page_break = break_before;
    line.after_gap = gap_before;
    break_before = gap_before = false;
    kept.add(std::move(line));
  }
  lines = std::move(kept.lines);
}

}  // namespace imr

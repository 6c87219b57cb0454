// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/page_furniture.h"

#include <algorithm>
#include <string>

#include <re2/re2.h>

#include "corpus/header_table.h"

namespace imr {
namespace {

constexpr std::size_t kMostWords = 12;  // of a running head with a case number

bool is_page_mark(std::string_view text) {
  static const RE2 pattern(
      R"((?i)page\s*:?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|)"
      R"(final determination letter for imr case (?:number|no\.?):?\s*\S+(?:\s+\d{1,3})?)");
  return RE2::FullMatch(text, pattern);
}

// "3" or "- 3 -" at the edge of the third page.
bool is_number_of_page(std::string_view text, int page) {
  static const RE2 pattern(R"([-\x{2013}]?\s*(\d{1,3})\s*[-\x{2013}]?)");
  int number = 0;
  return RE2::FullMatch(text, pattern, &number) && number == page;
}

bool is_running_head(std::string_view text) {
  static const RE2 pattern(R"(\bCM\d\d-\d{7}\b)");
  if (!RE2::PartialMatch(text, pattern)) return false;
  const auto words = 1 + static_cast<std::size_t>(std::ranges::count(text, ' '));
  return words <= kMostWords && !ends_sentence(text);
}

// True once the table at the head of the letter has been read, or the letter goes on without one: a cover
// page may stand before it.
bool is_past_table(const LetterLines& kept) {
  const auto rows = std::ranges::count_if(kept, [](const auto& line) { return is_header_row(line.text); });
  return rows > 1 || std::ranges::any_of(kept, [](const auto& line) {
           return letters_only(line.text) == "HOWTHEIMRFINALDETERMINATIONWASMADE";
         });
}

}  // namespace

void remove_page_furniture(LetterLines& lines) {
  LetterLines kept;
  int page = 1;
  bool past_table = false;
  bool at_top = false;  // nothing but furniture on this page so far
  bool break_before = false;
  bool gap_before = false;
  const auto ends_page = [&](std::size_t i) {
    return i + 1 == lines.size() || lines[i + 1].after_page_break;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto& line = lines[i];
    if (line.after_page_break && i > 0) {
      ++page;
      at_top = std::ranges::any_of(kept, [](const auto& k) { return !is_header_row(k.text); });
      past_table = past_table || is_past_table(kept);
    }
    break_before |= line.after_page_break;
    gap_before |= line.after_gap;
    const bool at_edge = at_top || ends_page(i);
    const bool furniture = is_page_mark(line.text) || (at_edge && is_number_of_page(line.text, page)) ||
                           (at_top && past_table && is_header_row(line.text)) ||
                           (at_edge && !is_header_row(line.text) && is_running_head(line.text));
    if (furniture) {
      break_before = true;
      continue;
    }
    at_top = false;
    line.after_page_break = break_before;
    line.after_gap = gap_before;
    break_before = gap_before = false;
    kept.push_back(std::move(line));
  }
  lines = std::move(kept);
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// A line of a letter that has words on it.
struct LetterLine {
  std::size_t number = 0;         // in the text as it was given, from 1
  std::string text;               // without blanks at the ends; those inside, which keep columns apart, stay
  bool after_gap = false;         // a blank line stands before it
  bool after_page_break = false;  // the gap may come from a page break and says nothing about paragraphs
  bool centred = false;           // far from the left margin
};

using LetterLines = std::vector<LetterLine>;
using LetterLineSpan = std::span<const LetterLine>;

// Splits a letter into lines, blank ones left out.
//
// Mended on the way: CR, Unicode spaces, zero-width marks, soft hyphens inside a line. Where every
// line break is doubled, an empty line is nothing and a line of blanks is the gap. Page furniture is
// left out: page numbers, and what pages repeat of the header table or the case number.
LetterLines letter_lines(std::string_view text);

// Cuts the line short at byte `at` and returns what follows as a line of its own, which no gap precedes.
LetterLine cut_off(LetterLine& line, std::size_t at);

// The lines as running text: single spaces, "\n\n" where a paragraph surely ends. A hyphen or slash at a
// line's end stays and joins without a space; a soft hyphen there vanishes.
std::string running_text(LetterLineSpan lines);

// The number of the line on which the byte at `offset` of the running text stands. `lines` is not empty.
std::size_t line_at(LetterLineSpan lines, std::size_t offset);

// The same as one paragraph.
std::string one_paragraph(LetterLineSpan lines);

// True if the text ends as a sentence does, brackets and quotation marks after the full stop included.
bool ends_sentence(std::string_view text);

// The text in capitals without anything that is no letter: "IMR DECISION(S)" gives "IMRDECISIONS". Headings
// are compared in this form.
std::string letters_only(std::string_view text);

// True if these are the letters of the text.
bool has_letters(std::string_view text, std::string_view letters);

std::string_view trimmed(std::string_view text);

}  // namespace imr

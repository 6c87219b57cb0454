// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/corpus_error.h"
#include "corpus/layout_a_reader.h"
#include "corpus/layout_b_reader.h"
#include "corpus/layout_c_reader.h"
#include "corpus/letter_headings.h"
#include "corpus/letter_layout.h"
#include "corpus/letter_lines.h"
#include "corpus/letter_split.h"
#include "corpus/modern_reader.h"

namespace imr {
namespace {

[[noreturn]] void refuse(const std::vector<FoundHeading>& headings) {
  if (headings.empty()) {
    throw CorpusError("no_determination", "no determination: none of its headings is there");
  }
  std::string found;
  for (const auto& heading : headings) {
    found += (found.empty() ? "\"" : ", \"") + std::string(name_of(heading.heading)) + "\"";
  }
  throw CorpusError("unsupported_layout", "a letter of a layout that is not known; its headings: " + found);
}

HeadedLines headed_lines(std::string_view text) {
  auto lines = letter_lines(text);
  if (lines.empty()) throw CorpusError("empty", "no text");
  return with_headings(std::move(lines));
}

// The headings of D and later stand above issues in the words of C for some months of 2014.
Determination read_modern_or_c(HeadedLines letter, std::string_view text) {
  try {
    return read_modern_letter(std::move(letter));
  } catch (const CorpusError& error) {
    if (error.code() != "no_determination") throw;
    return read_layout_c(headed_lines(text));
  }
}

}  // namespace

Determination read_single_letter(std::string_view text) {
  auto letter = headed_lines(text);
  switch (letter_form(letter)) {
    case LetterForm::a:
      return read_layout_a(letter);
    case LetterForm::b:
      return read_layout_b(letter);
    case LetterForm::c:
      return read_layout_c(letter);
    case LetterForm::d_to_g:
      return read_modern_or_c(std::move(letter), text);
    case LetterForm::none:
      break;
  }
  refuse(letter.headings);
}

Determination read_letter(std::string_view text, const std::function<void(const Problem&)>& on_problem) {
  const auto letters = split_letters(text);
  auto letter = read_single_letter(letters.front().text);
  if (letters.size() > 1) {
    letter.problems.push_back(
        {letters[1].first_line, "second_letter", "another letter begins here; it is not read"});
  }
  if (on_problem) std::ranges::for_each(letter.problems, on_problem);
  return letter;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/letter_reader.h"

#include <algorithm>
#include <string>

#include "corpus/corpus_error.h"
#include "corpus/letter_layout.h"
#include "corpus/letter_lines.h"
#include "corpus/letter_split.h"
#include "corpus/modern_reader.h"

namespace imr {
namespace {

[[noreturn]] void refuse(const char* layout) {
  throw CorpusError("unsupported_layout",
                    std::string("a letter of layout ") + layout + ", which is not read yet");
}

Determination read_form(const LetterLines& lines) {
  switch (letter_form(lines)) {
    case LetterForm::a:
      refuse("A");
    case LetterForm::b:
      refuse("B");
    case LetterForm::c:
      refuse("C");
    case LetterForm::d_to_g:
      return read_modern_letter(lines);
    case LetterForm::none:
      break;
  }
  throw CorpusError("no_determination", "no determination: none of its headings is there");
}

}  // namespace

Determination read_letter(std::string_view text, const std::function<void(const Problem&)>& on_problem) {
  const auto letters = split_letters(text);
  const auto lines = letter_lines(letters.front().text);
  if (lines.empty()) throw CorpusError("empty", "no text");
  auto letter = read_form(lines);
  if (letters.size() > 1) {
    letter.problems.push_back(
        {letters[1].first_line, "second_letter", "another letter begins here; it is not read"});
  }
  if (on_problem) std::ranges::for_each(letter.problems, on_problem);
  return letter;
}

}  // namespace imr

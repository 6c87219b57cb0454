// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/list_number.h"

#include "corpus/letter_lines.h"
#include "corpus/regex.h"

namespace imr {
namespace {

const Regex& numbered() {
  static const Regex pattern(
      R"((?i)^\s*(?:(?:issue\s*(?:#|no\.?|number)?\s*|#\s*)(\d{1,2})\s*[.:)-]|\(?(\d{1,2})(?:\)[.:]?|\s*\.\s))\s*)");
  return pattern;
}

}  // namespace

int list_number(std::string_view text) {
  std::string after_word;
  std::string alone;
  std::string_view rest = text;
  if (!consume(rest, numbered(), &after_word, &alone) || rest.empty()) return 0;
  return std::stoi(after_word.empty() ? alone : after_word);
}

std::string without_list_number(std::string_view text, int most) {
  std::string result(text);
  const int number = list_number(text);
  if (number > 0 && number <= most) replace_first(result, numbered(), "");
  return std::string(trimmed(result));
}

}  // namespace imr

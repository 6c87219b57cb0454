// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/list_number.h"

#include "corpus/letter_lines.h"
#include "corpus/regex.h"

namespace imr {
namespace {

struct Numbered {
  int number = 0;  // 0: none
  std::string_view rest;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Numbered numbered(std::string_view text) {
  static const Regex marked(
      R"((?i)^\s*(?:(?:issue\s*(?:#|no\.?|number)?\s*|#\s*)(\d{1,2})\s*[.:)-]|\(?(\d{1,2})(?:\.?\)[.:]?|\s*\.\s))\s*)");
  static const Regex close(R"(^\s*(\d{1,2})\.)");  // "1.MRI", but not "1.5 mg"
  std::string after_word;
  std::string alone;
  std::string_view rest = text;
  if (consume(rest, marked, &after_word, &alone) && !rest.empty())
    return {std::stoi(after_word.empty() ? alone : after_word), rest};
  rest = text;
  if (consume(rest, close, &alone) && !rest.empty() && is_letter(rest.front()))
    return {std::stoi(alone), rest};
  return {};
}

}  // namespace

int list_number(std::string_view text) { return numbered(text).number; }

std::string without_list_number(std::string_view text, int most) {
  const auto [number, rest] = numbered(text);
  return std::string(trimmed(number > 0 && number <= most ? rest : text));
}

}  // namespace imr

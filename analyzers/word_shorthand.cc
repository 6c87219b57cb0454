// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/word_shorthand.h"

#include <algorithm>

#include "analyzers/letters.h"

namespace imr {
namespace {

bool alnum_at(std::string_view text, std::size_t at) { return letter_at(text, at) || digit_at(text, at); }

bool equals_lower(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, [](char a, char b) { return ascii_lower(a) == b; });
}

// M54.5: a letter, a digit, a digit or letter, a point, and up to four more, the first a digit or x.
std::size_t icd_code_end(std::string_view text, std::size_t at) {
  if (!digit_at(text, at + 1) || !alnum_at(text, at + 2) || char_at(text, at + 3) != '.') return at;
  if (!digit_at(text, at + 4) && ascii_lower(char_at(text, at + 4)) != 'x') return at;
  std::size_t end = at + 4;
  while (alnum_at(text, end)) ++end;
  return end <= at + 8 && ends_at(text, end) ? end : at;
}

// E0730: a letter from A to V and four digits.
std::size_t hcpcs_code_end(std::string_view text, std::size_t at) {
  if (ascii_lower(text[at]) > 'v') return at;
  std::size_t end = at + 1;
  while (digit_at(text, end)) ++end;
  return end == at + 5 && ends_at(text, end) ? end : at;
}

// The end of a word of up to `most` letters at `at`; `at` if there are none or more.
std::size_t short_letters_end(std::string_view text, std::size_t at, std::size_t most) {
  std::size_t end = at;
  while (end <= at + most && letter_at(text, end)) ++end;
  return end <= at + most && (end == text.size() || is_ascii(text[end])) && !digit_at(text, end) ? end : at;
}

}  // namespace

bool read_code(std::string_view text, std::size_t at, Lexeme& found) {
  if (!letter_at(text, at) || !digit_at(text, at + 1)) return false;
  const auto end = std::max(icd_code_end(text, at), hcpcs_code_end(text, at));
  if (end == at) return false;
  found.take(text, at, end, TokenClass::code);
  return true;
}

bool read_dotted_letters(std::string_view text, std::size_t at, Lexeme& found) {
  std::size_t end = at;
  std::size_t count = 0;
  while (letter_at(text, end) && word_char(text, end + 1) == 0) {
    ++count;
    ++end;
    if (char_at(text, end) != '.' || !letter_at(text, end + 1) || word_char(text, end + 2) != 0) break;
    ++end;
  }
  if (count < 2) return false;
  found.start(at, end, TokenClass::abbreviation);
  for (std::size_t i = at; i < end; i += 2) found.term.push_back(text[i]);
  return true;
}

bool read_letters_with_ampersand(std::string_view text, std::size_t at, Lexeme& found) {
  const auto left_end = short_letters_end(text, at, 2);
  if (left_end == at) return false;
  const bool spaced = text.substr(left_end).starts_with(" & ");
  if (!spaced && char_at(text, left_end) != '&') return false;
  const auto right = left_end + (spaced ? 3 : 1);
  const auto end = short_letters_end(text, right, 1);
  if (end == right) return false;
  found.start(at, end, TokenClass::abbreviation);
  found.term.append(text.substr(at, left_end - at)).push_back('&');
  found.term.append(text.substr(right, end - right));
  return true;
}

bool read_ray_or_wave(std::string_view text, std::size_t at, Lexeme& found) {
  const char first = ascii_lower(char_at(text, at));
  const std::string_view noun = first == 'x' ? "ray" : first == 'h' ? "wave" : "";
  if (noun.empty()) return false;
  auto rest = at + 1;
  if (char_at(text, rest) == '-' || char_at(text, rest) == ' ') ++rest;
  if (rest > text.size() || !equals_lower(text.substr(rest, noun.size()), noun)) return false;
  auto end = rest + noun.size();
  const bool plural = ascii_lower(char_at(text, end)) == 's';
  if (plural) ++end;
  if (word_char(text, end) != 0) return false;
  found.start(at, end, TokenClass::word);
  found.term.push_back(first);
  found.term.push_back('-');
  found.term.append(noun).append(plural ? "s" : "");
  return true;
}

std::size_t plain_word_end(std::string_view text, std::size_t at) {
  const char first = ascii_lower(char_at(text, at));
  if (first == 'x' || first == 'h') return at;  // rays and waves
  auto end = at;
  while (letter_at(text, end)) ++end;
  const char next = char_at(text, end);
  return end >= at + 3 && is_ascii(next) && !is_ascii_digit(next) && next != '\'' ? end : at;
}

void read_word(std::string_view text, std::size_t at, Lexeme& found) {
  auto end = word_run_end(text, at);
  while (char_at(text, end) == '\'' && word_start(text, end + 1) != 0 && !digit_at(text, end + 1)) {
    end = word_run_end(text, end + 1);
  }
  found.take(text, at, end, TokenClass::word);
}

}  // namespace imr

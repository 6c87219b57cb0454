// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Which characters make words. Private to analyzers/. ASCII is decided here, the rest by Unicode.
namespace imr {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_small(c) || is_ascii_capital(c); }
constexpr bool is_ascii_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// The character at `at`, or NUL past the end.
constexpr char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

inline bool digit_at(std::string_view text, std::size_t at) { return is_ascii_digit(char_at(text, at)); }
inline bool letter_at(std::string_view text, std::size_t at) { return is_ascii_letter(char_at(text, at)); }

// The length of the non-ASCII letter, number or mark at `at`; 0 if it is something else or not UTF-8.
// A mark continues a word and cannot start one.
std::size_t wide_word_char(std::string_view text, std::size_t at, bool starts);

// The length in bytes of the letter, digit or mark at `at`, 0 if there is none.
inline std::size_t word_char(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_ascii(text[at])) return is_ascii_digit(text[at]) || is_ascii_letter(text[at]) ? 1 : 0;
  return wide_word_char(text, at, false);
}

// As word_char, but only for what may start a word.
inline std::size_t word_start(std::string_view text, std::size_t at) {
  if (at >= text.size() || is_ascii(text[at])) return word_char(text, at);
  return wide_word_char(text, at, true);
}

// Whether a number or code that reaches up to `at` ends there: no letter follows, no decimals either.
inline bool ends_at(std::string_view text, std::size_t at) {
  return word_char(text, at) == 0 && !(char_at(text, at) == '.' && digit_at(text, at + 1));
}

// The end of the run of letters, digits and marks from `at`.
std::size_t word_run_end(std::string_view text, std::size_t at);

// The first place from `at` that is no blank; one line end counts as a blank, an empty line does not.
std::size_t skip_blanks(std::string_view text, std::size_t at);

void append_lower(std::string& term, std::string_view ascii);

}  // namespace imr

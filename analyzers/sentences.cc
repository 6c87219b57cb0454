// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/letters.h"

namespace imr {
namespace {

// Abbreviations before which a full stop does not end a sentence, lower case.
constexpr std::string_view kAbbreviations[] = {
    "al",    "app",  "appt", "approx", "apr",  "art", "assn", "aug",  "ave",  "bros", "ca",  "capt", "cf",
    "ch",    "co",   "col",  "comp",   "corp", "dec", "dept", "dist", "div",  "dr",   "drs", "ed",   "eds",
    "eg",    "esp",  "est",  "etc",    "ext",  "feb", "fig",  "figs", "fri",  "ft",   "gen", "gov",  "hon",
    "hosp",  "ibid", "ie",   "inc",    "incl", "int", "jan",  "jr",   "jul",  "jun",  "lab", "lat",  "lt",
    "ltd",   "mar",  "max",  "med",    "mfg",  "min", "misc", "mon",  "mr",   "mrs",  "ms",  "mt",   "no",
    "nos",   "nov",  "oct",  "ph",     "pg",   "pgs", "pp",   "pres", "prof", "pt",   "pts", "ref",  "rev",
    "rt",    "sat",  "sec",  "secs",   "sect", "sep", "sept", "sgt",  "sp",   "sr",   "st",  "ste",  "thu",
    "thurs", "tue",  "tues", "univ",   "viz",  "vol", "vols", "vs",   "wed",
};
// These are also words: "there were no. The", "60 min. The", "seen on Mon. Later". They only hold a sentence
// together before a digit.
constexpr std::string_view kBeforeNumbers[] = {"no",  "nos", "max", "min", "mon", "sat", "sec", "lab", "int",
                                               "med", "ext", "etc", "inc", "al",  "pt",  "pts", "ft",  "est"};

bool is_space(char c) { return is_ascii_blank(c) || c == '\n' || c == '\f' || c == '\v'; }

template <std::size_t Size>
bool holds(const std::string_view (&list)[Size], std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

// The word that ends at `end`, letters and digits and inner points, lower case; empty if it is long.
std::string word_before(std::string_view text, std::size_t end, std::size_t from) {
  std::size_t begin = end;
  while (begin > from && (word_char(text, begin - 1) != 0 || (text[begin - 1] == '.' && begin < end)))
    --begin;
  std::string word;
  if (end - begin <= 12) append_lower(word, text.substr(begin, end - begin));
  return word;
}

bool is_dotted(std::string_view word) { return word.find('.') != std::string_view::npos && word.size() <= 5; }

bool is_list_number(std::string_view word, std::size_t stop, std::size_t begin) {
  return !word.empty() && word.size() <= 2 && stop - begin == word.size() &&
         std::ranges::all_of(word, is_ascii_digit);
}

// Whether the full stop at `stop` belongs to the word before it.
bool is_abbreviation(std::string_view text, std::size_t begin, std::size_t stop, std::size_t next) {
  const auto word = word_before(text, stop, begin);
  if (word.empty()) return false;
  if (is_list_number(word, stop, begin)) return true;
  if (word.size() == 1 && is_ascii_letter(word[0])) return text[stop - 1] != 'I' || stop < begin + 2;
  if (is_dotted(word)) return std::ranges::none_of(word, is_ascii_digit);
  if (!holds(kAbbreviations, word)) return false;
  return !holds(kBeforeNumbers, word) || digit_at(text, next) || char_at(text, next) == '#';
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "weeks.The": a missing blank, told by a word before and a capitalised word after.
bool lacks_blank(std::string_view text, std::size_t stop) {
  return stop >= 3 && is_small_letter(text[stop - 1]) && is_small_letter(text[stop - 2]) &&
         is_small_letter(text[stop - 3]) && is_capital(char_at(text, stop + 1)) &&
         is_small_letter(char_at(text, stop + 2));
}

bool is_stop(char c) { return c == '.' || c == '?' || c == '!'; }

// Past the closing marks, quotes and brackets after `at`.
std::size_t after_closing(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 8> kClosing = {".", "?", "!", ")", "]", "\"", "'", "\u201D"};
  for (bool again = true; again;) {
    again = false;
    for (const auto closing : kClosing) {
      if (!text.substr(at).starts_with(closing)) continue;
      at += closing.size();
      again = true;
    }
  }
  return at;
}

// The end of the sentence that begins at `begin` if it ends with the mark at `stop`, else 0.
std::size_t end_with(std::string_view text, std::size_t begin, std::size_t stop) {
  const auto end = after_closing(text, stop + 1);
  auto next = end;
  while (next < text.size() && is_space(text[next])) ++next;
  if (next == text.size()) return end;
  if (next == end && !lacks_blank(text, stop)) return 0;
  if (is_small_letter(text[next])) return 0;
  return text[stop] == '.' && is_abbreviation(text, begin, stop, next) ? 0 : end;
}

bool is_empty_line(std::string_view text, std::size_t line_end) {
  auto at = line_end + 1;
  while (is_ascii_blank(char_at(text, at))) ++at;
  return char_at(text, at) == '\n';
}

std::size_t sentence_end(std::string_view text, std::size_t begin) {
  for (auto at = begin; at < text.size(); ++at) {
    if (text[at] == '\n' && is_empty_line(text, at)) return at;
    if (!is_stop(text[at])) continue;
    if (const auto end = end_with(text, begin, at)) return end;
  }
  return text.size();
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> sentences_of(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> sentences;
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && is_space(text[at])) ++at;
    if (at == text.size()) return sentences;
    const auto next = sentence_end(text, at);
    auto end = next;
    while (is_space(text[end - 1])) --end;
    sentences.emplace_back(at, end);
    at = next;
  }
}

}  // namespace imr

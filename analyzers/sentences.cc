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
    "approx", "appt", "apr",  "assn", "aug",   "ave",  "bros", "ca",  "capt", "cf",   "co",   "corp",
    "dec",    "dept", "dr",   "drs",  "eds",   "eg",   "esp",  "feb", "fig",  "figs", "gov",  "hon",
    "hosp",   "ie",   "incl", "jan",  "jr",    "jul",  "jun",  "lt",  "ltd",  "mfg",  "misc", "mr",
    "mrs",    "ms",   "mt",   "nov",  "oct",   "pg",   "pgs",  "pp",  "prof", "rt",   "sect", "sept",
    "sgt",    "sr",   "st",   "ste",  "thurs", "tues", "univ", "viz", "vol",  "vols", "vs",
};
// These are words, too, or often come last ("red flags, etc. The patient"): they hold a sentence together
// only before a number.
constexpr std::string_view kBeforeNumbers[] = {
    "al",  "app", "art", "ch",  "col", "div", "ed", "est", "etc", "ext", "inc", "int", "lab",
    "mar", "max", "med", "min", "no",  "nos", "pt", "pts", "ref", "rev", "sec", "sep",
};
// Dotted letters that may end a sentence; others ("e.g.", "U.S.", initials) are not taken to.
constexpr std::string_view kDottedEnds[] = {"a.m",  "p.m",   "m.d",   "d.o",   "d.c", "r.n",   "p.a",
                                            "ph.d", "d.p.m", "b.i.d", "t.i.d", "q.d", "q.h.s", "p.r.n"};

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

bool is_list_number(std::string_view word, std::size_t stop, std::size_t begin) {
  return !word.empty() && word.size() <= 2 && stop - begin == word.size() &&
         std::ranges::all_of(word, is_ascii_digit);
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "J. Smith", "John F. Smith", "A. Treatment": a single letter that starts the sentence or comes after a
// capitalised word or another initial. "hepatitis C. The" is none.
bool is_initial(std::string_view text, std::size_t begin, std::size_t stop) {
  auto at = stop - 1;
  while (at > begin && is_space(text[at - 1])) --at;
  if (at == begin || text[at - 1] == '.') return true;
  while (at > begin && !is_space(text[at - 1])) --at;
  return is_capital(text[at]) && is_capital(text[stop - 1]);
}

// Whether the full stop at `stop` belongs to the word before it; the next word starts at `next`.
bool is_abbreviation(std::string_view text, std::size_t begin, std::size_t stop, std::size_t next) {
  const auto word = word_before(text, stop, begin);
  if (word.empty()) return false;
  if (is_list_number(word, stop, begin)) return true;
  if (word.size() == 1 && is_ascii_letter(word[0])) return is_initial(text, begin, stop);
  if (word.size() <= 5 && word.find('.') != std::string::npos) {
    return std::ranges::none_of(word, is_ascii_digit) && !holds(kDottedEnds, word);
  }
  if (holds(kBeforeNumbers, word)) return digit_at(text, next) || char_at(text, next) == '#';
  return holds(kAbbreviations, word);
}

// "weeks.The": a missing blank, told by a word before and a capitalised word after.
bool lacks_blank(std::string_view text, std::size_t stop) {
  return stop >= 3 && is_small_letter(text[stop - 1]) && is_small_letter(text[stop - 2]) &&
         is_small_letter(text[stop - 3]) && is_capital(char_at(text, stop + 1)) &&
         is_small_letter(char_at(text, stop + 2));
}

// One look-up decides for nearly all characters.
bool may_end_sentence(char c) {
  static constexpr auto kMarks = [] {
    std::array<bool, 256> marks = {};
    for (const char mark : {'\n', '.', '?', '!'}) marks[static_cast<unsigned char>(mark)] = true;
    return marks;
  }();
  return kMarks[static_cast<unsigned char>(c)];
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

// Whether the sentence that begins at `begin` ends with the mark at `stop` and closing marks up to `end`.
bool ends_with(std::string_view text, std::size_t begin, std::size_t stop, std::size_t end) {
  auto next = end;
  while (next < text.size() && is_space(text[next])) ++next;
  if (next == text.size()) return true;
  if (next == end && !lacks_blank(text, stop)) return false;
  if (is_small_letter(text[next])) return false;
  return text[stop] != '.' || !is_abbreviation(text, begin, stop, next);
}

bool is_empty_line(std::string_view text, std::size_t line_end) {
  auto at = line_end + 1;
  while (is_ascii_blank(char_at(text, at))) ++at;
  return char_at(text, at) == '\n';
}

std::size_t sentence_end(std::string_view text, std::size_t begin) {
  for (auto at = begin; at < text.size();) {
    if (!may_end_sentence(text[at])) {
      ++at;
      continue;
    }
    if (text[at] == '\n' && is_empty_line(text, at)) return at;
    if (!is_stop(text[at])) {
      ++at;
      continue;
    }
    const auto end = after_closing(text, at + 1);
    if (ends_with(text, begin, at, end)) return end;
    at = end;
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

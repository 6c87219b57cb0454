// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion_gaps.h"

#include "analyzers/letters.h"

namespace imr {
namespace {

bool is_blank_at(std::string_view text, std::size_t at) {
  const char c = char_at(text, at);
  return is_ascii_blank(c) || c == '\n' || c == '\0';
}

// A quotation mark opens where a word could begin and closes where one has ended.
unsigned straight_quote(std::string_view text, std::size_t at) {
  if (at == 0 || is_blank_at(text, at - 1)) return kQuoteOpens;
  return text[at - 1] == '(' || text[at - 1] == '[' ? kQuoteOpens : kQuoteCloses;
}

bool is_spaced(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || is_blank_at(text, begin - 1)) && is_blank_at(text, end);
}

// Curly quotes, en and em dashes and bullets: three bytes each.
unsigned wide_mark(std::string_view text, std::size_t at) {
  const auto mark = text.substr(at, 3);
  if (mark == "\u201C") return kQuoteOpens;
  if (mark == "\u201D") return kQuoteCloses;
  if (mark == "\u2014") return kColon;
  if (mark == "\u2013") return is_spaced(text, at, at + 3) ? kColon : 0U;
  return mark == "\u2022" || mark == "\u25CF" || mark == "\uF0B7" ? kBreak : 0U;
}

unsigned mark_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case ' ':
      return 0;
    case ',':
      return kComma;
    case ';':
    case '*':
      return kBreak;
    case ':':
      return kColon;
    case '(':
    case '[':
      return kOpen;
    case ')':
    case ']':
      return kClose;
    case '"':
      return straight_quote(text, at);
    case '-':
      return is_spaced(text, at, at + 1) || char_at(text, at + 1) == '-' ? kColon : 0U;
    case '.':
    case '?':
    case '!':
      return kStop;
    case '\xE2':
    case '\xEF':
      return wide_mark(text, at);
    default:
      return 0;
  }
}

}  // namespace

std::uint8_t assertion_gap(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin + 1 == end && text[begin] == ' ') return 0;  // as between most words
  unsigned flags = 0;
  for (auto at = begin; at < end; ++at) flags |= mark_at(text, at);
  return static_cast<std::uint8_t>(flags);
}

}  // namespace imr

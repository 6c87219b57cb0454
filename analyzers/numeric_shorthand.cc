// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/numeric_shorthand.h"

#include <array>
#include <optional>

#include "analyzers/dose_shorthand.h"
#include "analyzers/letters.h"
#include "analyzers/numbers.h"

namespace imr {
namespace {

// Digits without sign, separators or decimals, as in dates.
struct Digits {
  unsigned value = 0;
  std::size_t count = 0;
};

Digits digits_at(std::string_view text, std::size_t at) {
  Digits found;
  for (; digit_at(text, at + found.count) && found.count < 5; ++found.count) {
    found.value = found.value * 10 + static_cast<unsigned>(text[at + found.count] - '0');
  }
  return found;
}

bool is_month_and_day(const Digits& month, const Digits& day) {
  return month.count <= 2 && day.count <= 2 && month.value >= 1 && month.value <= 12 && day.value >= 1 &&
         day.value <= 31;
}

bool is_long_year(const Digits& year) { return year.count == 4 && year.value >= 1900 && year.value < 2100; }

bool is_full_date(const std::array<Digits, 3>& parts) {
  const auto& [a, b, c] = parts;
  if (is_long_year(a)) return is_month_and_day(b, c);
  const bool american = is_month_and_day(a, b);
  const bool european = is_month_and_day(b, a);
  return (american || european) && (is_long_year(c) || c.count == 2);
}

// Takes the date [at, end) with its separators made "/".
bool take_date(std::string_view text, std::size_t at, std::size_t end, char mark, Lexeme& found) {
  const bool goes_on = char_at(text, end) == mark && digit_at(text, end + 1);
  if (goes_on || !ends_at(text, end)) return false;
  found.start(at, end, TokenClass::date);
  for (const char c : text.substr(at, end - at)) found.term.push_back(is_ascii_digit(c) ? c : '/');
  return true;
}

bool read_date(std::string_view text, std::size_t at, Lexeme& found) {
  const auto first = digits_at(text, at);
  const auto mark_at = at + first.count;
  const char mark = char_at(text, mark_at);
  if (first.count == 0 || (mark != '/' && mark != '-')) return false;
  const auto second = digits_at(text, mark_at + 1);
  const auto second_end = mark_at + 1 + second.count;
  if (second.count != 0 && char_at(text, second_end) == mark) {
    const auto third = digits_at(text, second_end + 1);
    return is_full_date({first, second, third}) &&
           take_date(text, at, second_end + 1 + third.count, mark, found);
  }
  const bool month_and_year =
      first.count <= 2 && first.value >= 1 && first.value <= 12 && is_long_year(second);
  return month_and_year && take_date(text, at, second_end, mark, found);
}

// Pain of 10, strength of 5, reflexes of 4, function of 100; a plus or minus goes with the last two.
bool is_score(double value, double best, bool graded) {
  if (value > best) return false;
  if (best == 5) return true;
  if (best == 4) return graded || value == 0 || value == 2 || value == 4;
  return !graded && (best == 10 || best == 100);
}

// A score, a date without a year, or two numbers with a slash between them.
bool read_slash_pair(std::string_view text, std::size_t at, Lexeme& found) {
  const auto first = number_at(text, at);
  if (!first || first->whole_digits > 3 || first->decimals > 1) return false;
  const char sign = char_at(text, first->end);
  const bool graded = (sign == '+' || sign == '-') && char_at(text, first->end + 1) == '/';
  const auto slash = first->end + (graded ? 1 : 0);
  if (char_at(text, slash) != '/') return false;
  const auto second = number_at(text, slash + 1);
  if (!second || !second->is_whole(3) || !ends_at(text, second->end)) return false;
  const char next = char_at(text, second->end);
  if ((next == '/' && digit_at(text, second->end + 1)) || next == '%') return false;
  const bool score = is_score(first->value, second->value, graded);
  if (!score && (graded || first->decimals > 0)) return false;
  const bool date = is_month_and_day(digits_at(text, at), digits_at(text, slash + 1)) &&
                    (second->whole_digits == 2 || first->value > second->value);
  found.take(text, at, second->end, score ? TokenClass::score : date ? TokenClass::date : TokenClass::number);
  return true;
}

// 9792.23.1, the sections of laws and guidelines.
std::size_t dotted_end(std::string_view text, std::size_t at) {
  while (char_at(text, at) == '.' && digit_at(text, at + 1)) {
    for (++at; digit_at(text, at);) ++at;
  }
  return at;
}

bool is_code(const WrittenNumber& number) {
  return number.is_whole(5) ? number.whole_digits == 5
                            : number.whole_digits == 3 && (number.decimals == 1 || number.decimals == 2);
}

// 0232T: four digits and a letter.
bool is_tracking_code(std::string_view run) {
  return run.size() == 5 && is_ascii_letter(run[4]) && is_ascii_digit(run[3]) && is_ascii_digit(run[2]) &&
         is_ascii_digit(run[1]);
}

void read_plain(std::string_view text, const WrittenNumber& number, Lexeme& found) {
  const auto run_end = word_run_end(text, number.end);
  const auto dots_end = dotted_end(text, number.end);
  if (run_end > number.end) {
    const auto run = text.substr(number.begin, run_end - number.begin);
    found.take(text, number.begin, run_end, is_tracking_code(run) ? TokenClass::code : TokenClass::number);
  } else if (dots_end > number.end) {
    found.take(text, number.begin, dots_end, TokenClass::code);
  } else {
    found.start(number.begin, number.end, is_code(number) ? TokenClass::code : TokenClass::number);
    append_number(found.term, text, number);
  }
}

}  // namespace

void read_numeric(std::string_view text, std::size_t at, Lexeme& found) {
  if (read_date(text, at, found) || read_dose(text, at, found) || read_slash_pair(text, at, found)) return;
  read_plain(text, *number_at(text, at), found);
}

bool read_quantity(std::string_view text, std::size_t at, Lexeme& found) {
  const auto begin = char_at(text, at + 1) == ' ' ? at + 2 : at + 1;
  if (!digit_at(text, begin)) return false;
  const auto number = number_at(text, begin);
  if (!number || number->decimals != 0 || char_at(text, number->end) == '/') return false;
  found.start(at, number->end, TokenClass::quantity);
  found.term.push_back('#');
  append_number(found.term, text, *number);
  return true;
}

}  // namespace imr

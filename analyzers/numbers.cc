// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/numbers.h"

#include "analyzers/letters.h"

namespace imr {
namespace {

void read_digit(WrittenNumber& number, char digit) { number.value = number.value * 10 + (digit - '0'); }

// Whether ",ddd" stands at `at` with no fourth digit.
bool is_thousands_group(std::string_view text, std::size_t at) {
  return char_at(text, at) == ',' && digit_at(text, at + 1) && digit_at(text, at + 2) &&
         digit_at(text, at + 3) && !digit_at(text, at + 4);
}

void read_groups(WrittenNumber& number, std::string_view text) {
  if (number.whole_digits == 0 || number.whole_digits > 3) return;
  for (; is_thousands_group(text, number.end); number.end += 4) {
    for (std::size_t i = 1; i <= 3; ++i) read_digit(number, text[number.end + i]);
  }
}

void read_decimals(WrittenNumber& number, std::string_view text) {
  if (char_at(text, number.end) != '.' || !digit_at(text, number.end + 1)) return;
  double weight = 1;
  for (++number.end; digit_at(text, number.end); ++number.end) {
    weight /= 10;
    number.value += weight * (text[number.end] - '0');
    ++number.decimals;
  }
}

}  // namespace

std::optional<WrittenNumber> number_at(std::string_view text, std::size_t at) {
  WrittenNumber number{.begin = at, .end = at};
  for (; digit_at(text, number.end); ++number.end) {
    read_digit(number, text[number.end]);
    ++number.whole_digits;
  }
  read_groups(number, text);
  read_decimals(number, text);
  if (number.end == at) return std::nullopt;
  return number;
}

void append_number(std::string& term, std::string_view text, const WrittenNumber& number) {
  if (number.whole_digits == 0) term.push_back('0');
  for (const char c : text.substr(number.begin, number.end - number.begin)) {
    if (c != ',') term.push_back(c);
  }
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/dose_shorthand.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "analyzers/letters.h"
#include "analyzers/numbers.h"

namespace imr {
namespace {

struct Unit {
  std::string_view written;
  std::string_view normal;
};

constexpr Unit kUnits[] = {
    {"mg", "mg"},          {"mgs", "mg"},  {"milligram", "mg"}, {"milligrams", "mg"}, {"mcg", "mcg"},
    {"mcgs", "mcg"},       {"ug", "mcg"},  {"\u00B5g", "mcg"},  {"\u03BCg", "mcg"},   {"microgram", "mcg"},
    {"micrograms", "mcg"}, {"g", "g"},     {"gm", "g"},         {"gms", "g"},         {"gram", "g"},
    {"grams", "g"},        {"ml", "ml"},   {"mls", "ml"},       {"cc", "ml"},         {"ccs", "ml"},
    {"milliliter", "ml"},  {"meq", "meq"}, {"iu", "iu"},        {"percent", "%"},
};
constexpr Unit kPerUnits[] = {
    {"ml", "ml"}, {"dl", "dl"}, {"hr", "hr"},   {"hour", "hr"},   {"h", "hr"},
    {"kg", "kg"}, {"l", "l"},   {"day", "day"}, {"dose", "dose"},
};
// Usual amounts of the second ingredient (acetaminophen, ibuprofen, aspirin) of a combination.
constexpr int kSecondStrengths[] = {200, 300, 325, 400, 500, 600, 650, 660, 750, 800, 1000};

struct FoundUnit {
  std::string_view normal;
  std::size_t end = 0;
};

std::optional<FoundUnit> unit_in(std::span<const Unit> units, std::string_view text, std::size_t at) {
  const auto end = word_run_end(text, at);
  const auto same = [](char a, char b) { return ascii_lower(a) == b; };
  for (const auto& unit : units) {
    if (std::ranges::equal(text.substr(at, end - at), unit.written, same)) return FoundUnit{unit.normal, end};
  }
  return std::nullopt;
}

// The unit after a number that ends at `at`, directly or after a blank or hyphen.
std::optional<FoundUnit> unit_after(std::string_view text, std::size_t at) {
  const auto next = skip_blanks(text, at);
  if (char_at(text, next) == '%') return FoundUnit{"%", next + 1};
  if (char_at(text, at) == '-') {
    const auto joined = unit_in(kUnits, text, at + 1);
    return joined && joined->end > at + 2 ? joined : std::nullopt;
  }
  return unit_in(kUnits, text, next);
}

struct Strength {
  WrittenNumber number;
  std::optional<FoundUnit> unit;
  [[nodiscard]] std::size_t end() const { return unit ? unit->end : number.end; }
};

std::optional<Strength> strength_at(std::string_view text, std::size_t at) {
  const auto number = number_at(text, at);
  if (!number) return std::nullopt;
  return Strength{*number, unit_after(text, number->end)};
}

// Up to four strengths with the same mark between them. Room for them is lent by the caller.
constexpr std::size_t kMostStrengths = 4;
using Strengths = std::array<Strength, kMostStrengths>;

std::size_t read_strengths(std::string_view text, std::size_t at, char mark, Strengths& strengths) {
  std::size_t count = 0;
  while (count < kMostStrengths) {
    const auto next = strength_at(text, at);
    if (!next) break;
    strengths[count++] = *next;
    at = next->end() + 1;
    if (char_at(text, next->end()) != mark) break;
  }
  return count;
}

bool is_falling(std::span<const Strength> strengths) {
  return std::ranges::adjacent_find(strengths, std::less_equal{},
                                    [](const Strength& s) { return s.number.value; }) == strengths.end();
}

// Whether a pair such as 10-325 leaps too far for a range.
bool is_leap(double first, double second) { return second >= 100 && second >= 5 * first; }

bool is_combination_with_unit(std::span<const Strength> strengths, char mark) {
  const auto& unit = strengths.back().unit;
  if (unit->normal == "%") return false;
  for (const auto& strength : strengths) {
    if (strength.unit && strength.unit->normal != unit->normal) return false;
  }
  if (mark == '/' || is_falling(strengths)) return true;
  return strengths.size() == 2 && is_leap(strengths[0].number.value, strengths[1].number.value);
}

bool is_combination_without_unit(std::span<const Strength> strengths, char mark) {
  if (strengths.size() != 2 || strengths[0].unit) return false;
  const double first = strengths[0].number.value;
  const auto& second = strengths[1].number;
  if (!second.is_whole(4) || first > 100 || !is_leap(first, second.value)) return false;
  if (mark == '/') return second.value > 100;
  return std::ranges::find(kSecondStrengths, static_cast<int>(second.value)) != std::end(kSecondStrengths);
}

bool is_combination(std::span<const Strength> strengths, char mark) {
  if (strengths.size() < 2) return false;
  return strengths.back().unit ? is_combination_with_unit(strengths, mark)
                               : is_combination_without_unit(strengths, mark);
}

bool read_combination(std::string_view text, std::size_t at, char mark, Lexeme& found) {
  Strengths room;
  const auto count = read_strengths(text, at, mark, room);
  const std::span strengths(room.data(), count);
  if (!is_combination(strengths, mark) || !ends_at(text, strengths.back().end())) return false;
  found.start(at, strengths.back().end(), TokenClass::dose);
  for (const auto& strength : strengths) {
    if (!found.term.empty()) found.term.push_back('/');
    append_number(found.term, text, strength.number);
  }
  if (strengths.back().unit) found.term.append(strengths.back().unit->normal);
  return true;
}

// "/ml", "/5ml", "/hr" after a unit.
void read_per_unit(std::string_view text, Lexeme& found) {
  if (char_at(text, found.end) != '/') return;
  auto at = found.end + 1;
  const auto number = number_at(text, at);
  if (number) at = number->end;
  const auto unit = unit_in(kPerUnits, text, at);
  if (!unit) return;
  found.term.push_back('/');
  if (number) append_number(found.term, text, *number);
  found.term.append(unit->normal);
  found.end = unit->end;
}

// The mark after the first strength, which tells how a combination would be joined.
char mark_after(std::string_view text, const Strength& first) { return char_at(text, first.end()); }

}  // namespace

bool read_dose(std::string_view text, std::size_t at, Lexeme& found) {
  const auto first = strength_at(text, at);
  if (!first) return false;
  const char mark = mark_after(text, *first);
  if ((mark == '/' || mark == '-') && read_combination(text, at, mark, found)) return true;
  if (!first->unit) return false;
  found.start(at, first->unit->end, TokenClass::dose);
  append_number(found.term, text, first->number);
  found.term.append(first->unit->normal);
  if (first->unit->normal != "%") read_per_unit(text, found);
  return true;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/dates.h"

#include <array>
#include <string>

#include "corpus/regex.h"

namespace imr {
namespace {

constexpr int kLastShortYear = 30;  // "30" is 2030, "31" is 1931

constexpr auto kMonths = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

unsigned month_named(std::string_view name) {
  std::string start;
  for (const char c : name.substr(0, 3)) start += static_cast<char>(c | 0x20);
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == start) return i + 1;
  }
  return 0;
}

std::optional<Date> real_date(int year, unsigned month, unsigned day) {
  if (year < 100) year += year <= kLastShortYear ? 2000 : 1900;
  const Date date = std::chrono::year(year) / month / day;
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace

std::optional<Date> date_of_written(std::string_view text) {
  static const Regex iso(R"((\d{4})-(\d{2})-(\d{2}))");
  static const Regex numbers(R"((\d{1,2}) ?[-/] ?(\d{1,2}) ?[-/] ?(\d{2}(?:\d{2})?))");
  static const Regex words(R"(([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4}))");
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  std::string name;
  if (text.find('-') == 4 && full_match(text, iso, &year, &month, &day)) return real_date(year, month, day);
  if (full_match(text, numbers, &month, &day, &year)) return real_date(year, month, day);
  if (full_match(text, words, &name, &day, &year)) return real_date(year, month_named(name), day);
  return std::nullopt;
}

}  // namespace imr

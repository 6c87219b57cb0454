// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/determination.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace imr {
namespace {

template <typename Value>
struct Named {
  Value value;
  std::string_view name;
};

constexpr auto kLayouts = std::to_array<Named<Layout>>({{Layout::a, "A"},
                                                        {Layout::b, "B"},
                                                        {Layout::c, "C"},
                                                        {Layout::d, "D"},
                                                        {Layout::e, "E"},
                                                        {Layout::f, "F"},
                                                        {Layout::g, "G"},
                                                        {Layout::plain, "plain"}});
constexpr auto kDecisions =
    std::to_array<Named<Decision>>({{Decision::upheld, "upheld"}, {Decision::overturned, "overturned"}});
constexpr auto kOutcomes = std::to_array<Named<Outcome>>({{Outcome::upheld, "upheld"},
                                                          {Outcome::overturned, "overturned"},
                                                          {Outcome::partly_overturned, "partly_overturned"}});
constexpr auto kPriorities =
    std::to_array<Named<Priority>>({{Priority::standard, "standard"}, {Priority::expedited, "expedited"}});
constexpr auto kSexes = std::to_array<Named<Sex>>({{Sex::female, "female"}, {Sex::male, "male"}});
constexpr auto kSides = std::to_array<Named<Side>>(
    {{Side::left, "left"}, {Side::right, "right"}, {Side::bilateral, "bilateral"}});

template <typename Table, typename Value>
std::string_view name_in(const Table& table, Value value) {
  return std::ranges::find(table, value, &Table::value_type::value)->name;
}

template <typename Table>
auto value_in(const Table& table, std::string_view name)
    -> std::optional<decltype(Table::value_type::value)> {
  const auto found = std::ranges::find(table, name, &Table::value_type::name);
  if (found == table.end()) return std::nullopt;
  return found->value;
}

// The digits as a number; none if anything else is among them.
std::optional<int> digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = 10 * number + (c - '0');
  }
  return number;
}

}  // namespace

std::string issue_id(std::string_view case_number, int issue_no) {
  return std::string(case_number) + "#" + std::to_string(issue_no);
}

std::optional<Outcome> outcome_of(const std::vector<Issue>& issues) {
  const auto decided = [&](Decision decision) {
    return std::ranges::any_of(issues, [&](const Issue& issue) { return issue.decision == decision; });
  };
  const bool upheld = decided(Decision::upheld);
  const bool overturned = decided(Decision::overturned);
  if (upheld && overturned) return Outcome::partly_overturned;
  if (upheld) return Outcome::upheld;
  if (overturned) return Outcome::overturned;
  return std::nullopt;
}

std::string_view name_of(Layout layout) { return name_in(kLayouts, layout); }
std::string_view name_of(Decision decision) { return name_in(kDecisions, decision); }
std::string_view name_of(Outcome outcome) { return name_in(kOutcomes, outcome); }
std::string_view name_of(Priority priority) { return name_in(kPriorities, priority); }
std::string_view name_of(Sex sex) { return name_in(kSexes, sex); }
std::string_view name_of(Side side) { return name_in(kSides, side); }
std::optional<Layout> layout_of(std::string_view name) { return value_in(kLayouts, name); }
std::optional<Decision> decision_of(std::string_view name) { return value_in(kDecisions, name); }
std::optional<Outcome> outcome_of(std::string_view name) { return value_in(kOutcomes, name); }
std::optional<Priority> priority_of(std::string_view name) { return value_in(kPriorities, name); }
std::optional<Sex> sex_of(std::string_view name) { return value_in(kSexes, name); }
std::optional<Side> side_of(std::string_view name) { return value_in(kSides, name); }

std::string iso_date(Date date) {
  std::array<char, 40> text = {};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

std::optional<Date> date_of_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date = std::chrono::year(*year) / *month / *day;
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/tables.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "bench/generator/rows.h"

namespace imr {

extern const std::string_view kGeneratorAreasTsv;
extern const std::string_view kGeneratorAssociatedTsv;
extern const std::string_view kGeneratorGrammarTsv;
extern const std::string_view kGeneratorSpecialtiesTsv;
extern const std::string_view kGeneratorStatesTsv;
extern const std::string_view kGeneratorTreatmentsTsv;

namespace {

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

unsigned weight(std::string_view text) { return static_cast<unsigned>(number(text)); }

std::vector<std::string_view> list(std::string_view text, char separator) {
  return text.empty() ? std::vector<std::string_view>{} : parts_of(text, separator);
}

std::vector<Area> read_areas() {
  std::vector<Area> areas;
  for (const auto& row : rows_of(kGeneratorAreasTsv)) {
    areas.push_back({row.at(0), weight(row.at(1)), number(row.at(2)), row.at(3), row.at(4), row.at(5),
                     number(row.at(6)), number(row.at(7)), row.at(8), row.at(9)});
  }
  return areas;
}

std::vector<Treatment> read_treatments(const Grammar& grammar) {
  std::vector<Treatment> treatments;
  for (const auto& row : rows_of(kGeneratorTreatmentsTsv)) {
    treatments.push_back({row.at(0), weight(row.at(1)), weight(row.at(2)), list(row.at(3), ','), row.at(4),
                          row.at(5), row.at(6), list(row.at(7), ' '), grammar.parse(row.at(8))});
  }
  return treatments;
}

bool suits(const Treatment& treatment, const Area& area) {
  return std::ranges::any_of(treatment.areas, [&](auto key) { return key == "any" || key == area.key; });
}

std::vector<Tables::Choice> choices_of(const Area& area, const std::vector<Treatment>& treatments) {
  std::vector<Tables::Choice> choices;
  std::size_t sum = 0;
  for (const auto& treatment : treatments) {
    if (suits(treatment, area)) choices.push_back({sum += treatment.weight, &treatment});
  }
  return choices;
}

Tables read_tables() {
  Tables tables{Grammar(kGeneratorGrammarTsv), read_areas(), {}, {}, {}, {}, {}};
  tables.treatments = read_treatments(tables.grammar);
  for (const auto& row : rows_of(kGeneratorAssociatedTsv))
    tables.associated.push_back({row.at(0), row.at(1)});
  for (const auto& row : rows_of(kGeneratorSpecialtiesTsv)) {
    tables.certificates.push_back({row.at(0), weight(row.at(1)), list(row.at(2), ';')});
  }
  for (const auto& row : rows_of(kGeneratorStatesTsv))
    tables.states.push_back({row.at(0), weight(row.at(1))});
  for (const auto& area : tables.areas) tables.treatments_of.push_back(choices_of(area, tables.treatments));
  return tables;
}

}  // namespace

const Tables& tables() {
  static const Tables kTables = read_tables();
  return kTables;
}

const Treatment& draw_treatment(std::size_t area, Random& random) {
  const auto& choices = tables().treatments_of[area];
  const std::size_t at = random.below(choices.back().weight_so_far);
  return *std::ranges::upper_bound(choices, at, {}, &Tables::Choice::weight_so_far)->treatment;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/fill_rates.h"

#include <algorithm>
#include <cstdio>
#include <iomanip>
#include <iterator>
#include <ostream>

#include <nlohmann/json.hpp>

namespace imr {

namespace {

constexpr std::size_t kMostColumns = 12;  // years beside each other on a terminal

// A field of the letter or of each of its issues.
struct ReportField {
  std::string_view name;     // in the record
  std::string_view queried;  // in the query language, if it is another
  bool (*of_letter)(const Determination&);
  bool (*of_issue)(const Issue&);
};

using L = const Determination&;
using I = const Issue&;

constexpr ReportField kFields[] = {
    {"decision_date", "decided", [](L d) { return d.decision_date.has_value(); }, nullptr},
    {"date_assigned", "", [](L d) { return d.date_assigned.has_value(); }, nullptr},
    {"date_of_injury", "injured", [](L d) { return d.date_of_injury.has_value(); }, nullptr},
    {"ur_denial_date", "", [](L d) { return d.ur_denial_date.has_value(); }, nullptr},
    {"application_received", "", [](L d) { return d.application_received.has_value(); }, nullptr},
    {"priority", "", [](L d) { return d.priority.has_value(); }, nullptr},
    {"specialties", "specialty", [](L d) { return !d.reviewer.specialties.empty(); }, nullptr},
    {"states", "state", [](L d) { return !d.reviewer.states.empty(); }, nullptr},
    {"age", "", [](L d) { return d.worker.age.has_value(); }, nullptr},
    {"sex", "", [](L d) { return d.worker.sex.has_value(); }, nullptr},
    {"diagnoses", "diagnosis", [](L d) { return !d.diagnoses.empty(); }, nullptr},
    {"clinical_summary", "summary", [](L d) { return !d.clinical_summary.empty(); }, nullptr},
    {"treatment", "", nullptr, [](I i) { return !i.treatment.empty(); }},
    {"decision", "", nullptr, [](I i) { return i.decision.has_value(); }},
    {"treatment_category", "", nullptr, [](I i) { return i.facts.category.has_value(); }},
    {"drugs", "drug", nullptr, [](I i) { return !i.facts.drugs.empty(); }},
    {"body_parts", "body_part", nullptr, [](I i) { return !i.facts.body_parts.empty(); }},
    {"spinal_levels", "spinal_level", nullptr, [](I i) { return !i.facts.spinal_levels.empty(); }},
    {"sessions", "", nullptr, [](I i) { return i.facts.sessions.has_value(); }},
    {"quantity", "", nullptr, [](I i) { return i.facts.quantity.has_value(); }},
    {"claims_administrator_guidelines", "ca_guideline", nullptr,
     [](I i) { return !i.claims_administrator_guidelines.empty(); }},
    {"reviewer_guidelines", "guideline", nullptr, [](I i) { return !i.reviewer_guidelines.empty(); }},
    {"rationale", "", nullptr, [](I i) { return !i.rationale.empty(); }},
};

void add(FillRate& rate, bool filled) {
  rate.filled += filled ? 1 : 0;
  ++rate.of;
}

FillRate& operator+=(FillRate& sum, const FillRate& rate) {
  sum.filled += rate.filled;
  sum.of += rate.of;
  return sum;
}

std::string percent(const FillRate& rate) {
  if (rate.of == 0) return "-";
  char text[16];
  std::snprintf(text, sizeof text, "%.1f",
                100.0 * static_cast<double>(rate.filled) / static_cast<double>(rate.of));
  return text;
}

std::string year_name(int year) { return year == 0 ? "unknown" : std::to_string(year); }

}  // namespace

std::optional<std::string> FillRates::field_of(std::string_view name) {
  const auto field = std::ranges::find_if(
      kFields, [&](const ReportField& f) { return f.name == name || (!name.empty() && f.queried == name); });
  if (field == std::end(kFields)) return std::nullopt;
  return std::string(field->name);
}

void FillRates::count(const Determination& letter) {
  auto& rates = years_[letter.decision_date ? static_cast<int>(letter.decision_date->year()) : 0];
  rates.resize(std::size(kFields));
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const ReportField& field = kFields[i];
    if (field.of_letter) add(rates[i], field.of_letter(letter));
    if (!field.of_issue) continue;
    for (const Issue& issue : letter.issues) add(rates[i], field.of_issue(issue));
  }
}

FillRate FillRates::rate(std::string_view name) const {
  const auto field = std::ranges::find(kFields, name, &ReportField::name);
  FillRate sum;
  for (const auto& [year, rates] : years_) sum += rates[static_cast<std::size_t>(field - kFields)];
  return sum;
}

void FillRates::print(std::ostream& out) const {
  if (years_.empty()) return;
  constexpr int kNameWidth = 32;
  constexpr int kWidth = 6;
  // Of very many years the latest are shown; the JSON report has all.
  const std::size_t shown = years_.size() > 1 ? std::min(years_.size(), kMostColumns) : 0;
  const auto first = std::prev(years_.end(), static_cast<std::ptrdiff_t>(shown));
  out << "fields filled, in percent:" << std::string(kNameWidth + 2 - 26, ' ') << std::setw(kWidth) << "all";
  for (auto year = first; year != years_.end(); ++year)
    out << ' ' << std::setw(kWidth - 1) << (year->first == 0 ? "?" : year_name(year->first));
  out << '\n';
  for (std::size_t i = 0; i < std::size(kFields); ++i) {
    out << "  " << std::left << std::setw(kNameWidth) << kFields[i].name << std::right << std::setw(kWidth)
        << percent(rate(kFields[i].name));
    for (auto year = first; year != years_.end(); ++year)
      out << ' ' << std::setw(kWidth - 1) << percent(year->second[i]);
    out << '\n';
  }
}

nlohmann::ordered_json FillRates::json() const {
  const auto rate_json = [](const FillRate& rate) {
    return nlohmann::ordered_json{{"filled", rate.filled}, {"of", rate.of}};
  };
  auto result = nlohmann::ordered_json::object();
  if (years_.empty()) return result;
  for (std::size_t i = 0; i < std::size(kFields); ++i) {
    auto field = rate_json(rate(kFields[i].name));
    field["by_year"] = nlohmann::ordered_json::object();
    for (const auto& [year, rates] : years_) field["by_year"][year_name(year)] = rate_json(rates[i]);
    result[std::string(kFields[i].name)] = std::move(field);
  }
  return result;
}

}  // namespace imr

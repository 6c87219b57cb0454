// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/facet_values.h"

#include <algorithm>
#include <string>

namespace imr {

namespace {

// "<20", "20-29", ... "70+".
std::string age_band(int age) {
  if (age < 20) return "<20";
  if (age >= 70) return "70+";
  const int decade = age / 10 * 10;
  return std::to_string(decade) + "-" + std::to_string(decade + 9);
}

void add_once(std::vector<std::string>& values, const std::string& value) {
  if (!value.empty() && std::ranges::find(values, value) == values.end()) values.push_back(value);
}

template <class Value>
void add_named(KeywordValues& values, std::string_view field, const std::optional<Value>& value) {
  if (value) values[field] = {std::string(name_of(*value))};
}

}  // namespace

KeywordValues letter_facets(const Determination& determination) {
  KeywordValues values;
  add_named(values, "outcome", determination.outcome);
  add_named(values, "priority", determination.priority);
  add_named(values, "sex", determination.worker.sex);
  for (const std::string& name : determination.reviewer.specialties) add_once(values["specialty"], name);
  for (const std::string& name : determination.reviewer.states) add_once(values["state"], name);
  if (determination.worker.age) values["age_band"] = {age_band(*determination.worker.age)};
  if (determination.decision_date) {
    values["decision_year"] = {std::to_string(static_cast<int>(determination.decision_date->year()))};
  }
  values["layout"] = {std::string(name_of(determination.layout))};
  return values;
}

KeywordValues issue_facets(const Issue& issue) {
  KeywordValues values;
  add_named(values, "decision", issue.decision);
  for (const GuidelineCitation& citation : issue.reviewer_guidelines) {
    add_once(values["guideline"], citation.label);
    add_once(values["guideline_source"], citation.source);
    add_once(values["guideline_topic"], citation.topic);
  }
  for (const GuidelineCitation& citation : issue.claims_administrator_guidelines) {
    add_once(values["ca_guideline"], citation.label);
  }
  if (issue.facts.category) values["treatment_category"] = {*issue.facts.category};
  for (const std::string& drug : issue.facts.drugs) add_once(values["drug"], drug);
  for (const BodyPart& part : issue.facts.body_parts) add_once(values["body_part"], part.part);
  for (const std::string& level : issue.facts.spinal_levels) add_once(values["spinal_level"], level);
  return values;
}

NumberValues letter_numbers(const Determination& determination) {
  NumberValues values;
  const auto add_days = [&](std::string_view field, const std::optional<Date>& date) {
    if (date)
      values[field] = static_cast<std::int32_t>(std::chrono::sys_days(*date).time_since_epoch().count());
  };
  if (determination.worker.age) values["age"] = *determination.worker.age;
  if (determination.layout != Layout::plain && !determination.issues.empty())
    values["issues"] = static_cast<std::int32_t>(determination.issues.size());
  add_days("decided", determination.decision_date);
  add_days("injured", determination.date_of_injury);
  return values;
}

NumberValues issue_numbers(const Issue& issue) {
  NumberValues values;
  if (issue.facts.sessions) values["sessions"] = *issue.facts.sessions;
  if (issue.facts.quantity) values["quantity"] = *issue.facts.quantity;
  return values;
}

}  // namespace imr

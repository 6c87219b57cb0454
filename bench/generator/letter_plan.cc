// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/letter_plan.h"

#include <algorithm>
#include <cstdio>

#include "bench/generator/issue_plan.h"

namespace imr {
namespace {

using std::chrono::days;

struct Year {
  int year;
  unsigned weight;  // thousands of letters published
};

const std::vector<Year> kYears = {{2014, 144}, {2015, 165}, {2016, 176}, {2017, 172},
                                  {2018, 185}, {2019, 164}, {2020, 137}, {2021, 133},
                                  {2022, 127}, {2023, 131}, {2024, 142}};

Form form_of(std::chrono::sys_days decided) {
  using namespace std::chrono_literals;
  if (decided < std::chrono::sys_days(2015y / 3 / 1)) return Form::d;
  if (decided < std::chrono::sys_days(2016y / 4 / 1)) return Form::e;
  if (decided < std::chrono::sys_days(2017y / 12 / 1)) return Form::f;
  return Form::g;
}

int year_of(std::chrono::sys_days day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

void plan_dates(LetterPlan& plan, Random& random) {
  const auto& year = draw(kYears, random);
  plan.decided =
      std::chrono::sys_days(std::chrono::year(year.year) / 1 / 1) + days(static_cast<int>(random.below(365)));
  plan.year = year.year;
  plan.form = form_of(plan.decided);
  plan.expedited = random.per_thousand(12);
  plan.assigned = plan.decided - days(plan.expedited ? 4 : random.between(18, 36));
  plan.received = plan.assigned - days(random.between(1, 9));
  plan.denial = plan.received - days(random.between(1, 28));
  plan.injury = plan.denial - days(14 + static_cast<int>(random.zipf(12)));
}

// The prose of layout D names a board and at most one subspecialty.
void plan_reviewer(LetterPlan& plan, Random& random) {
  do {
    plan.certificates = &draw(tables().certificates, random);
  } while (plan.form == Form::d && plan.certificates->specialties.size() > 2);
  const std::size_t roll = random.below(100);
  const std::size_t states = roll < 49 ? 1 : roll < 78 ? 2 : 3;
  while (plan.states.size() < states) {
    const auto state = draw(tables().states, random).name;
    if (std::ranges::find(plan.states, state) == plan.states.end()) plan.states.push_back(state);
  }
  plan.spaced_states = !random.per_thousand(333);
}

std::string case_number(int year, std::uint64_t index) {
  char text[32];
  const auto number = static_cast<unsigned>(1'000'000 + index % 9'000'000);
  std::snprintf(text, sizeof text, "CM%02d-%07u", year % 100, number);
  return text;
}

// Mean about 1.9; three in five letters decide one issue only.
std::size_t issue_count(Random& random) {
  const std::size_t roll = random.below(1000);
  if (roll < 615) return 1;
  if (roll < 795) return 2;
  if (roll < 880) return 3;
  if (roll < 930) return 4;
  if (roll < 960) return 5;
  return 6 + random.zipf(3);
}

bool repeats_itself(const std::vector<PlannedIssue>& issues) {
  const auto same = [&](const auto& issue) { return issue.title == issues.back().title; };
  return std::any_of(issues.begin(), issues.end() - 1, same);
}

// Reviewers differ: some letters overturn much, most overturn nothing.
unsigned leniency_percent(Random& random) { return random.per_thousand(300) ? 285 : 32; }

}  // namespace

LetterPlan plan_letter(std::uint64_t index, Random& random) {
  LetterPlan plan;
  plan_dates(plan, random);
  plan_reviewer(plan, random);
  plan.id = case_number(year_of(plan.received), index);
  plan.age = random.between(19, 45) + random.between(0, 27);
  plan.female = random.per_thousand(480);
  const auto& main_area = draw(tables().areas, random);
  const auto& second_area = random.per_thousand(350) ? draw(tables().areas, random) : main_area;
  plan.area = &main_area;
  const std::size_t count = issue_count(random);
  const unsigned leniency = leniency_percent(random);
  while (plan.issues.size() < count) {
    const auto& area = random.per_thousand(700) ? main_area : second_area;
    add_issue(plan, area, leniency, random);
    if (repeats_itself(plan.issues)) plan.issues.pop_back();
  }
  return plan;
}

}  // namespace imr

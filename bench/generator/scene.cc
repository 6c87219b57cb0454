// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/scene.h"

#include <cctype>
#include <cstdio>
#include <utility>

#include "bench/generator/tail_words.h"

namespace imr {
namespace {

constexpr std::pair<std::string_view, TailKind> kTails[] = {
    {"tail_dx", TailKind::diagnosis},  {"tail_op", TailKind::operation}, {"tail_brand", TailKind::brand},
    {"tail_adj", TailKind::adjective}, {"tail_name", TailKind::name},    {"tail_anat", TailKind::anatomy},
    {"tail_thing", TailKind::thing},   {"tail_trade", TailKind::trade},  {"tail", TailKind::anatomy}};

constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};

const Grammar& grammar() { return tables().grammar; }

void expand(std::string_view key, Random& random, std::string& out) {
  grammar().expand(
      grammar().key(key), [](auto, auto&, auto&) {}, random, out);
}

void capitalise(std::string& out, std::size_t at) {
  out[at] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[at])));
}

std::string age_phrase(int age, Random& random) {
  const bool an = age == 18 || age / 10 == 8;
  const bool hyphens = random.per_thousand(330);
  return (an ? "an " : "a ") + std::to_string(age) + (hyphens ? "-year-old" : " year old");
}

}  // namespace

Scene::Scene(const LetterPlan& plan, Random& random)
    : plan_(plan),
      age_(age_phrase(plan.age, random)),
      diagnosis_key_("dx." + std::string(plan.area->key)),
      seen_(plan.denial - std::chrono::days(random.between(3, 12))),
      date_style_(static_cast<unsigned>(random.below(4))) {
  expand("noun.worker", random, worker_);
}

void Scene::expand_inside(std::string_view key, Random& random, std::string& out) const {
  const auto fill = [this](std::string_view name, Random& r, std::string& text) { fill_in(name, r, text); };
  grammar().expand(grammar().key(key), fill, random, out);
}

void Scene::say(std::string_view key, Random& random, std::string& out) const {
  expand_inside(key, random, out);
  out += ' ';
}

void Scene::append_date(std::chrono::sys_days day, std::string& out) const {
  const std::chrono::year_month_day date(day);
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  const auto day_of_month = static_cast<unsigned>(date.day());
  char text[48];
  switch (date_style_) {
    case 0:
      std::snprintf(text, sizeof text, "%02u/%02u/%d", month, day_of_month, year);
      break;
    case 1:
      std::snprintf(text, sizeof text, "%u/%u/%02d", month, day_of_month, year % 100);
      break;
    case 2:
      std::snprintf(text, sizeof text, "%u-%u-%02d", month, day_of_month, year % 100);
      break;
    default:
      std::snprintf(text, sizeof text, "%s %u, %d", kMonths[month - 1], day_of_month, year);
      break;
  }
  out += text;
}

void Scene::append_treatments(std::string& out) const {
  const auto& issues = plan_.issues;
  for (std::size_t i = 0; i < issues.size(); ++i) {
    if (i > 0) out += i + 1 == issues.size() ? " and " : ", ";
    out += issues[i].treatment;
  }
}

bool Scene::fill_in_worker(std::string_view name, Random& random, std::string& out) const {
  if (name == "worker") return out += worker_, true;
  if (name == "he") return out += plan_.female ? "she" : "he", true;
  if (name == "He") return out += plan_.female ? "She" : "He", true;
  if (name == "a_age") return out += age_, true;
  if (name == "sex") return out += plan_.female ? "female" : "male", true;
  if (name == "job") return expand_inside(plan_.female ? "job.f" : "job.m", random, out), true;
  return false;
}

bool Scene::fill_in_number(std::string_view name, Random& random, std::string& out) const {
  if (name == "n") return out += std::to_string(random.between(2, 36)), true;
  if (name == "pain") return out += std::to_string(random.between(2, 9)), true;
  if (name == "deg") return out += std::to_string(5 * random.between(1, 36)), true;
  if (name == "mm") return out += std::to_string(random.between(1, 9)), true;
  return false;
}

bool Scene::fill_in_tail(std::string_view name, Random& random, std::string& out) const {
  const bool capital = name.starts_with("Tail");
  for (const auto& [tail, kind] : kTails) {
    if (name.substr(1) != tail.substr(1)) continue;
    const auto start = out.size();
    append_tail_word(kind, random.zipf(kTailOctaves), out);
    if (capital) capitalise(out, start);
    return true;
  }
  return false;
}

void Scene::fill_in(std::string_view name, Random& random, std::string& out) const {
  if (fill_in_worker(name, random, out) || fill_in_tail(name, random, out) ||
      fill_in_number(name, random, out)) {
    return;
  }
  const auto& issue = issue_ != nullptr ? *issue_ : plan_.issues.front();
  if (name == "dx") return expand_inside(diagnosis_key_, random, out);
  if (name == "part") out += issue.part;
  if (name == "treatment") out += issue.treatment;
  if (name == "treatments") append_treatments(out);
  if (name == "doi") append_date(plan_.injury, out);
  if (name == "seen") append_date(seen_, out);
  if (name == "ur") append_date(plan_.denial, out);
  if (name == "date") append_date(plan_.denial - std::chrono::days(10 + random.zipf(9)), out);
}

}  // namespace imr

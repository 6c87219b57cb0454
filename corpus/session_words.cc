// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/session_words.h"

#include <algorithm>

namespace imr {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_visit(std::string_view word) {
  return is_one_of(word, {"visit", "visits", "session", "sessions", "sess", "treatment", "treatments", "tx",
                          "txs", "appointment", "appointments", "class", "classes", "encounter", "encounters",
                          "vists", "sesions", "sessons", "visists"});
}
bool is_times(std::string_view word) { return is_one_of(word, {"time", "times", "x", "xs", "tx", "days"}); }
bool is_x(std::string_view word) { return is_one_of(word, {"x", "times", "by"}); }
bool joins(std::string_view word) {
  return is_one_of(word, {"and", "&", "+", "plus", "then", "followed", "with", ";"});
}

// Days in a unit of time; 0: no such unit.
int days_in(std::string_view word) {
  if (is_one_of(word, {"day", "days", "d"})) return 1;
  if (is_one_of(word, {"week", "weeks", "wk", "wks", "w", "weeek", "wekks", "weks", "weekss"})) return 7;
  if (is_one_of(word, {"month", "months", "mo", "mos", "mth", "mths", "mnth"})) return 28;
  if (is_one_of(word, {"year", "years", "yr", "yrs"})) return 364;
  return 0;
}
int days_between(std::string_view adverb) {
  if (is_one_of(adverb, {"daily"})) return 1;
  if (is_one_of(adverb, {"weekly", "wkly"})) return 7;
  if (is_one_of(adverb, {"monthly"})) return 28;
  if (is_one_of(adverb, {"yearly", "annually"})) return 364;
  return 0;
}

bool is_measure(std::string_view word) {
  return is_one_of(
      word, {"min",  "mins",  "minute", "minutes", "hour",  "hours", "hr",      "hrs",     "mg",    "mcg",
             "ml",   "gm",    "g",      "grams",   "unit",  "units", "refill",  "refills", "level", "levels",
             "view", "views", "body",   "%",       "areas", "area",  "regions", "lbs",     "pounds"});
}

}  // namespace imr

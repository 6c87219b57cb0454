// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/generator/guide.h"
#include "bench/generator/random.h"
#include "bench/generator/tables.h"

namespace imr {

// What is true of one disputed item of a made-up letter.
struct PlannedIssue {
  std::string treatment;  // what is decided
  std::string title;      // as the letter heads it, without the decision; of a split request the whole of it
  std::string_view category;
  std::string_view group;  // of Treatment, or "inherit" for a service that goes with an operation
  std::string part;        // of the body
  bool overturned = false;
  std::vector<Guide> claims = {};
  std::vector<Guide> reviewer = {};
};

// What is true of one made-up letter; its text is written from this.
struct LetterPlan {
  std::string id;  // its case number
  Form form = Form::f;
  int year = 2016;  // of the decision
  std::chrono::sys_days injury, denial, received, assigned, decided;
  bool expedited = false;
  const Certificates* certificates = nullptr;
  std::vector<std::string_view> states;
  bool spaced_states = true;  // "Texas, Ohio" or "Texas,Ohio"
  int age = 0;
  bool female = false;
  const Area* area = nullptr;  // the one complained of most
  std::vector<PlannedIssue> issues;
};

// The letter of that number. Its case number is unique for indexes below 9,000,000 and higher than those of
// real letters. Counts of issues, categories, decisions, reviewers and eras are drawn in about the
// proportions of the published statistics.
LetterPlan plan_letter(std::uint64_t index, Random& random);

}  // namespace imr

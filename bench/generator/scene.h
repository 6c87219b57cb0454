// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "bench/generator/letter_plan.h"
#include "bench/generator/random.h"

namespace imr {

// Fills the blanks of the grammar for one letter: its worker, its dates and the issue in hand. One
// letter keeps to one way of writing dates and of naming the worker.
class Scene {
 public:
  // `plan` must outlive the scene.
  Scene(const LetterPlan& plan, Random& random);

  // What the next sentences are about; null: the letter as a whole.
  void set_issue(const PlannedIssue* issue) { issue_ = issue; }

  // Appends a sentence of that key and a blank.
  void say(std::string_view key, Random& random, std::string& out) const;

 private:
  void fill_in(std::string_view name, Random& random, std::string& out) const;
  bool fill_in_worker(std::string_view name, Random& random, std::string& out) const;
  bool fill_in_number(std::string_view name, Random& random, std::string& out) const;
  bool fill_in_tail(std::string_view name, Random& random, std::string& out) const;
  void expand_inside(std::string_view key, Random& random, std::string& out) const;
  void append_date(std::chrono::sys_days day, std::string& out) const;
  void append_treatments(std::string& out) const;

  const LetterPlan& plan_;
  const PlannedIssue* issue_ = nullptr;
  std::string worker_;
  std::string age_;  // "a 54 year old"
  std::string diagnosis_key_;
  std::chrono::sys_days seen_;
  unsigned date_style_;
};

}  // namespace imr

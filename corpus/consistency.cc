// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/consistency.h"

#include <algorithm>
#include <optional>
#include <string>

#include "corpus/closing_decision.h"

namespace imr {
namespace {

constexpr std::size_t kStandingSentence = 250;  // bytes: "As the surgery is not medically necessary, ..."

using OnProblem = std::function<void(const Problem&)>;

std::string place_of(const Issue& issue) { return "issue \"" + issue.treatment + "\": "; }

void check_wording(const Issue& issue, std::size_t line, const OnProblem& on_problem) {
  const auto closing = closing_decision(issue.rationale);
  if (!closing || closing == issue.decision) return;
  on_problem({line, "decision_wording",
              place_of(issue) + "decided \"" + std::string(name_of(*issue.decision)) +
                  "\", but the rationale closes as if \"" + std::string(name_of(*closing)) + "\""});
}

void check_repeated(const Determination& letter, std::size_t i, std::size_t line,
                    const OnProblem& on_problem) {
  const auto& issue = letter.issues[i];
  const bool shared_by_form = letter.layout == Layout::a || letter.layout == Layout::b;
  if (shared_by_form || issue.rationale.size() < kStandingSentence) return;
  const auto end = letter.issues.begin() + static_cast<std::ptrdiff_t>(i);
  const auto same = std::find_if(letter.issues.begin(), end,
                                 [&](const Issue& other) { return other.rationale == issue.rationale; });
  if (same == end) return;
  on_problem({line, "same_rationale",
              place_of(issue) + "the rationale is that of \"" + same->treatment + "\" word for word"});
}

void check_order(const std::optional<Date>& early, const char* early_name, const std::optional<Date>& late,
                 const char* late_name, const OnProblem& on_problem) {
  if (!early || !late || *early <= *late) return;
  on_problem({0, "date_order",
              std::string(late_name) + " " + iso_date(*late) + " lies before " + early_name + " " +
                  iso_date(*early)});
}

void check_dates(const Determination& letter, const OnProblem& on_problem) {
  const auto& decided = letter.decision_date;
  check_order(letter.date_assigned, "date assigned", decided, "decision date", on_problem);
  check_order(letter.application_received, "date of the application", decided, "decision date", on_problem);
  check_order(letter.ur_denial_date, "UR denial date", decided, "decision date", on_problem);
  check_order(letter.date_of_injury, "date of injury", decided, "decision date", on_problem);
  check_order(letter.date_of_injury, "date of injury", letter.ur_denial_date, "UR denial date", on_problem);
}

}  // namespace

void check_consistency(const Determination& letter, std::span<const std::size_t> lines,
                       const OnProblem& on_problem) {
  check_dates(letter, on_problem);
  for (std::size_t i = 0; i < letter.issues.size(); ++i) {
    check_wording(letter.issues[i], lines[i], on_problem);
    check_repeated(letter, i, lines[i], on_problem);
  }
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
// Cues that speak of what is before them: "numbness is denied".
#include <algorithm>
#include <optional>

#include "analyzers/assertion_gaps.h"
#include "analyzers/assertion_scanner.h"

namespace imr {
namespace {

constexpr std::size_t kReachBack = 12;   // words
constexpr std::size_t kLongestItem = 4;  // words between the commas of a list

}  // namespace

void AssertionScanner::go_back(std::size_t at, const Match& match) {
  const auto& rule = *match.rule;
  const auto begin = reach_back(at, rule);
  const bool by_pronoun = begin < barrier_;
  std::size_t first = items_[begin].word;
  if (by_pronoun) give_back(first);
  first = std::max(first, free_);
  if (open_) {
    if (open_->assertion == Assertion::other && !by_pronoun) return;
    if (open_->first < first) {
      close(first);
    } else if (open_->assertion == Assertion::possible || by_pronoun) {
      first = open_->first;
      open_.reset();
    } else {
      return;
    }
  }
  const Open scope{.assertion = rule.assertion,
                   .cue_begin = words_[items_[at].word].begin,
                   .cue_end = words_[items_[match.cue_end - 1].word].end};
  emit(scope, first, items_[at].word);
}

// Takes the words from `first` on from the scope that was closed last: "no tear, but a strain, which was not
// seen".
void AssertionScanner::give_back(std::size_t first) {
  if (first >= free_ || first <= items_[0].word || scopes_.empty()) return;
  auto& last = scopes_.back();
  if (last.begin >= words_[first].begin || last.end <= words_[first].begin) return;
  last.end = words_[first - 1].end;
  free_ = first;
}

// What a cue at `at` may speak of, looking back: without "has" in "has not been seen"; before the pronoun in
// "a tear, which was ruled out" and "weakness, although that has resolved".
std::pair<std::size_t, std::size_t> AssertionScanner::spoken_of(std::size_t at) const {
  auto end = at;
  while (end > barrier_ && (items_[end].gap & kAnyMark) == 0 && is_in(end - 1, auxiliaries_)) --end;
  auto pronoun = end;
  while (pronoun > barrier_ && is_in(pronoun - 1, pronouns_)) --pronoun;
  const bool only_pronoun = pronoun <= barrier_ + 1 && (pronoun < end || is_in(barrier_, pronouns_));
  if (barrier_ > 0 && only_pronoun) return {0, barrier_};
  return {std::min(barrier_, end), end};
}

// The first item that a cue at `at` speaks of, looking back.
std::size_t AssertionScanner::reach_back(std::size_t at, const AssertionRule& rule) const {
  const auto [barrier, end] = spoken_of(at);
  const std::size_t reach = rule.reach != 0 ? rule.reach : kReachBack;
  const auto least = end - std::min(end - barrier, reach);
  bool in_list = false;
  std::optional<std::size_t> joined;  // behind the first joining word that was passed
  auto begin = end;
  for (; begin > least; --begin) {
    const auto gap = items_[begin].gap;
    if ((gap & kAnyMark & ~(begin == end ? kComma | kColon | kOpen | kClose : kComma)) != 0) break;
    if ((gap & kComma) != 0 && begin < end) {
      in_list = in_list || is_list_before(begin, end);
      if (!in_list || rule.one_item) break;
    }
    if (is_in(begin - 1, verbs_)) {
      begin = joined.value_or(begin);
      break;
    }
    if (is_in(begin - 1, joins_)) joined = begin;
  }
  while (begin < end && is_in(begin, joins_)) ++begin;
  return begin;
}

// Whether what stands between `comma` and `end` is the end of a list, as in "numbness, tingling and
// weakness".
bool AssertionScanner::is_list_before(std::size_t comma, std::size_t end) const {
  if (end - comma > kLongestItem + 2) return false;
  for (auto at = comma; at < end; ++at) {
    if (is_in(at, joins_)) return true;
  }
  return false;
}

}  // namespace imr

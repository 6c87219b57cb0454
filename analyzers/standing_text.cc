// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/standing_text.h"

#include <algorithm>
#include <string>

#include "analyzers/first_word.h"
#include "analyzers/plain_words.h"
#include "analyzers/quotations.h"
#include "analyzers/sentence_fingerprint.h"
#include "analyzers/sentences.h"

namespace imr {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

constexpr std::string_view kCaseWords[] = {
    "patient", "worker", "claimant", "applicant",     "he",         "she",
    "his",     "her",    "records",  "documentation", "documented",
};

bool holds(const std::vector<Range>& ranges, std::size_t at) {
  const auto next = std::ranges::upper_bound(ranges, at, {}, &Range::first);
  return next != ranges.begin() && at < std::prev(next)->second;
}

}  // namespace

bool StandingText::covers(std::size_t at) const { return holds(recurring, at) || holds(quoted, at); }

StandingText standing_text(std::string_view rationale, const Recurs& recurs) {
  StandingText standing{.quoted = guideline_quotations(rationale)};
  for (const auto& [begin, end] : sentences_of(rationale)) {
    const auto fingerprint = sentence_fingerprint(rationale.substr(begin, end - begin));
    if (fingerprint && recurs(*fingerprint)) standing.recurring.emplace_back(begin, end);
  }
  return standing;
}

StandingText standing_text(std::string_view rationale, std::span<const Token> tokens,
                           std::span<const std::uint32_t> positions) {
  StandingText standing{.quoted = guideline_quotations(rationale)};
  if (positions.empty()) return standing;
  auto token = tokens.begin();
  for (const auto& [begin, end] : sentences_of(rationale)) {
    token = first_word_from(tokens, token, begin);
    if (token == tokens.end()) break;
    if (token->begin < end && std::ranges::binary_search(positions, token->position))
      standing.recurring.emplace_back(begin, end);
  }
  return standing;
}

bool speaks_of_case(std::string_view sentence) {
  std::string before;
  for (PlainWords words(sentence); words.next(); before = words.word()) {
    if (is_one_of(kCaseWords, words.word()) && !words.is_cited()) return true;
    if (before == "this" && words.word() == "case") return true;
  }
  return false;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/decision_list.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/folded_letters.h"
#include "corpus/letter_headings.h"
#include "corpus/list_number.h"
#include "corpus/regex.h"
#include "corpus/verdict_phrase.h"
#include "corpus/verdicts.h"

namespace imr {
namespace {

// Letters in capitals and digits: "10mg #60" and "5mg #60" are two treatments.
std::string key_of(std::string_view treatment) {
  std::string key;
  for (const char c : treatment) {
    if (c >= 'a' && c <= 'z') key += static_cast<char>(c - 'a' + 'A');
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) key += c;
  }
  return key;
}

std::string digits_of(std::string_view key) {
  std::string digits;
  std::ranges::copy_if(key, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

struct Statement {
  std::size_t begin = std::string_view::npos;  // its number included
  std::size_t said = 0;                        // behind "has determined"
};

// "MAXIMUS ... has determined" with few letters wrong; npos if there is none.
std::size_t near_statement(std::string_view text, std::size_t from, std::size_t& said) {
  constexpr std::string_view kWords = "MAXIMUS Federal Services, Inc. has determined";
  constexpr std::size_t kSlips = 6;
  for (auto at = from; at < text.size(); ++at) {
    const bool capital = text[at] >= 'A' && text[at] <= 'Z';
    if (!capital && !text.substr(at).starts_with("rn")) continue;
    if (const auto length = length_of_words(text.substr(at), kWords, kSlips)) {
      said = at + length;
      return at;
    }
  }
  return text.npos;
}

// Where the number begins that stands before `at`, else `at`.
std::size_t with_number(std::string_view text, std::size_t at) {
  static const Regex number(R"((\(?\b[\dlI]{1,2}\s*[.):;,]+\s*)$)");
  std::string_view found;
  const auto before = text.substr(at - std::min<std::size_t>(at, 10), std::min<std::size_t>(at, 10));
  return partial_match(before, number, &found) ? at - found.size() : at;
}

Statement statement_in(std::string_view text, std::size_t from) {
  static const Regex pattern(
      R"((?i)MAXIMUS\s*(?:Federal\s*Services)?\s*,?\s*(?:Inc\b)?\.?\s*has\s*determined)");
  Statement statement;
  std::string_view found;
  if (pattern.search(text, from, {&found, 1})) {
    statement.begin = static_cast<std::size_t>(found.data() - text.data());
    statement.said = statement.begin + found.size();
  }
  std::size_t said = 0;
  const auto near = near_statement(text.substr(0, statement.begin), from, said);
  if (near < statement.begin) statement = {near, said};
  if (statement.begin != text.npos) statement.begin = with_number(text, statement.begin);
  return statement;
}

// The text of a statement goes to its last verdict, at the latest in the first paragraph that has one.
std::string_view up_to_verdict(std::string_view text) {
  for (auto end = text.find("\n\n");; end = text.find("\n\n", end + 2)) {
    const auto piece = text.substr(0, end);
    if (const auto phrase = last_verdict_phrase(piece)) return piece.substr(0, phrase->end);
    if (end == text.npos) return text;
  }
}

}  // namespace

std::vector<ListedDecision> listed_decisions(LetterLineSpan lines) {
  static const Regex that(R"((?i)^\s*(?:that\s+)?)");
  std::vector<ListedDecision> decisions;
  const auto text = running_text(lines);
  for (auto at = statement_in(text, 0); at.begin != text.npos;) {
    const auto next = statement_in(text, at.said);
    std::string said(up_to_verdict(std::string_view(text).substr(at.said, next.begin - at.said)));
    replace_first(said, that, "");
    if (auto verdict = title_verdict(said)) {
      const auto number = list_number(std::string_view(text).substr(at.begin));
      decisions.push_back(
          {std::move(verdict->treatment), verdict->decision, number, line_at(lines, at.begin)});
    }
    at = next;
  }
  return decisions;
}

bool same_treatment(std::string_view one, std::string_view other) {
  const auto a = key_of(one);
  const auto b = key_of(other);
  return a == b || (digits_of(a) == digits_of(b) && nearly_equal(a, b));
}

bool like_treatment(std::string_view one, std::string_view other) {
  constexpr std::size_t kLettersPerSlip = 4;
  constexpr std::size_t kMost = 70;
  const auto a = fold_letters(one).letters.substr(0, kMost);
  const auto b = fold_letters(other).letters.substr(0, kMost);
  return within_slips(a, b, b.size() / kLettersPerSlip);
}

std::size_t length_of_first_list(const std::vector<ListedDecision>& decisions) {
  for (std::size_t i = 1; i < decisions.size(); ++i) {
    const bool again = decisions[i].number == 1 && decisions[i - 1].number >= 1;
    if (again || same_treatment(decisions[i].treatment, decisions.front().treatment)) return i;
  }
  return decisions.size();
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/issue_title.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "analyzers/phrase_matcher.h"
#include "corpus/letter_lines.h"
#include "corpus/list_number.h"
#include "corpus/regex.h"

namespace imr {
namespace {

constexpr int kMostSkipped = 9;  // list numbers of issues that were not found

// The eligible part, as far as it is set off by the words of the form.
std::string eligible_part(const std::string& title) {
  static const Regex portion(
      R"((?i)\bIMR[- ]eligible (?:portions?|parts?|remainder)(?: of the (?:original )?requests?)?\s*[,:]?\s+(.+?)(?:[,:]?\s+(?:is|are))?$)");
  static const Regex whole(
      R"((?i)\bthe original requests? IMR[- ]eligible\s*[.,;]\s*The original requests?\s*[,:]?\s+(.+?)(?:[,:]?\s+(?:is|are))?$)");
  static const Regex split(R"((?i)\boriginal requests?\b|\bIMR[- ]eligible\b)");
  std::string part;
  if (!partial_match(title, split)) return title;
  if (partial_match(title, portion, &part) || partial_match(title, whole, &part)) return part;
  return title;
}

// "MRI: Partially Overturned": the form knows that word for letters only.
std::string_view without_partly(std::string_view before) {
  static const Regex partly(R"((?i):\s*(?:partially|partly|partial)$)");
  std::string_view found;
  if (!partly.search(before, 0, {&found, 1})) return before;
  return before.substr(0, before.size() - found.size() + 1);
}

// In small letters without blanks and points, figures as the letters they are mistaken for.
std::string letters_alike(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (c == ' ' || c == '.') continue;
    letters += c == '0' ? 'o' : c == '1' || c == '|' ? 'l' : static_cast<char>(c | 0x20);
  }
  return letters;
}

}  // namespace

std::optional<EndingDecision> ending_decision(std::string_view text) {
  EndingDecision found;
  text = trimmed(text);
  found.full_stop = text.ends_with('.');
  if (found.full_stop) text = trimmed(text.substr(0, text.size() - 1));
  for (const auto decision : {Decision::upheld, Decision::overturned}) {
    const auto word = name_of(decision);
    if (text.size() < word.size()) continue;
    const auto end = text.substr(text.size() - word.size());
    const auto lower = [](char c) { return static_cast<char>(c | 0x20); };
    if (!std::ranges::equal(end, word, {}, lower)) continue;
    found.decision = decision;
    found.before = text.substr(0, text.size() - word.size());
    const auto last = static_cast<unsigned char>(found.before.empty() ? ' ' : found.before.back());
    if (!std::isalnum(last) && last != '_') return found;
  }
  return std::nullopt;
}

std::optional<EndingDecision> slipped_decision(std::string_view text) {
  static const Regex remark(R"(\s*\([^()]*\)\s*\.?$)");
  text = trimmed(text);
  std::string_view found;
  if (remark.search(text, 0, {&found, 1})) text.remove_suffix(found.size());
  const auto colon = text.rfind(':');
  constexpr std::size_t kLongest = 16;
  if (colon == text.npos || text.size() - colon > kLongest) return std::nullopt;
  const auto letters = letters_alike(text.substr(colon + 1));
  for (const auto decision : {Decision::upheld, Decision::overturned}) {
    const auto word = name_of(decision);
    if (letters == word || one_slip_apart(letters, word))
      return EndingDecision{decision, text.substr(0, colon + 1)};
  }
  return std::nullopt;
}

std::optional<IssueTitle> issue_title(std::string_view text, int issue_no) {
  auto ending = ending_decision(text);
  const bool slipped = !ending;
  if (slipped) ending = slipped_decision(text);
  if (!ending) return std::nullopt;
  auto before = without_partly(trimmed(ending->before));
  const bool partly = before.size() < trimmed(ending->before).size();
  const auto before_size = partly ? before.size() : ending->before.size();
  for (const std::string_view mark : {":", "-", "\u2013"}) {
    if (!before.ends_with(mark)) continue;
    before = trimmed(before.substr(0, before.size() - mark.size()));
    break;
  }
  while (before.ends_with(';')) before = trimmed(before.substr(0, before.size() - 1));
  if (before.empty()) return std::nullopt;
  auto title = without_list_number(std::string(before), issue_no + kMostSkipped);
  auto treatment = eligible_part(title);
  std::string slip(slipped || partly ? trimmed(trimmed(text).substr(before_size)) : "");
  return IssueTitle{ending->decision, std::move(title), std::move(treatment), std::move(slip)};
}

}  // namespace imr

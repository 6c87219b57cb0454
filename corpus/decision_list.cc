// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/decision_list.h"

#include <algorithm>
#include <iterator>
#include <utility>

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

// Where the statement on a line begins, its number included; npos if none does.
std::size_t statement_in(std::string_view text, std::size_t from) {
  static const Regex pattern(
      R"((?i)(?:\(?\b\d{1,2}\s*[.):]+\s*)?MAXIMUS\s*(?:Federal\s*Services)?\s*,?\s*(?:Inc\b)?\.?\s*has\s*determined)");
  std::string_view found;
  if (!pattern.search(text, from, {&found, 1})) return text.npos;
  return static_cast<std::size_t>(found.data() - text.data());
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
  static const Regex determined(R"((?is)^.*?has\s*determined\s*(?:that\s+)?)");
  std::vector<ListedDecision> decisions;
  const auto text = running_text(lines);
  for (auto at = statement_in(text, 0); at != text.npos;) {
    const auto next = statement_in(text, at + 1 + std::min<std::size_t>(text.size() - at - 1, 10));
    const auto statement = up_to_verdict(std::string_view(text).substr(at, next - at));
    std::string said(statement);
    replace_first(said, determined, "");
    if (auto verdict = title_verdict(said)) {
      decisions.push_back(
          {std::move(verdict->treatment), verdict->decision, list_number(statement), line_at(lines, at)});
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

std::size_t length_of_first_list(const std::vector<ListedDecision>& decisions) {
  for (std::size_t i = 1; i < decisions.size(); ++i) {
    const bool again = decisions[i].number == 1 && decisions[i - 1].number >= 1;
    if (again || same_treatment(decisions[i].treatment, decisions.front().treatment)) return i;
  }
  return decisions.size();
}

}  // namespace imr

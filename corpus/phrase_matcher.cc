// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/phrase_matcher.h"

#include <algorithm>

namespace imr {
namespace {

constexpr std::size_t kMinLengthForSlips = 6;

// What the gap before word `i` of a phrase lets through in a text.
bool gap_fits(unsigned phrase_gap, unsigned text_gap) {
  unsigned allowed = kGapHyphen;
  if ((phrase_gap & (kGapComma | kGapAnd)) != 0) allowed |= kGapComma | kGapAnd;
  if ((phrase_gap & kGapColon) != 0) allowed |= kGapColon | kGapComma;
  return (text_gap & ~allowed) == 0;
}

std::string without_brackets(std::string_view phrase) {
  std::string kept;
  int depth = 0;
  for (const char c : phrase) {
    if (c == '(') ++depth;
    if (depth == 0) kept += c;
    if (c == ')' && depth > 0) --depth;
  }
  return kept;
}

}  // namespace

bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a == b || b.size() - a.size() > 1) return false;
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  const std::string_view rest_a(in_a, a.end());
  const std::string_view rest_b(in_b, b.end());
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

void PhraseMatcher::add(std::string_view phrase, int value) {
  auto words = text_words(without_brackets(phrase));
  words.pop_back();
  if (words.empty()) return;
  Phrase made;
  for (const TextWord& word : words) {
    const auto [entry, is_new] = ids_.emplace(word.folded, static_cast<int>(ids_.size()));
    if (is_new) {
      by_first_letter_[word.folded.front()].push_back(word.folded);
      phrases_.emplace_back();
    }
    made.words.push_back(entry->second);
    made.gaps.push_back(word.gap);
  }
  auto& siblings = phrases_[made.words.front()];
  const auto same = std::ranges::find(siblings, made.words, &Phrase::words);
  if (same != siblings.end()) {
    if (std::ranges::find(same->values, value) == same->values.end()) same->values.push_back(value);
    for (std::size_t i = 0; i < made.gaps.size(); ++i) same->gaps[i] |= made.gaps[i];
    return;
  }
  made.values.push_back(value);
  const auto place = std::ranges::find_if(
      siblings, [&](const Phrase& other) { return other.words.size() < made.words.size(); });
  siblings.insert(place, std::move(made));
}

int PhraseMatcher::id_of(const std::string& word) const {
  if (const auto found = ids_.find(word); found != ids_.end()) return found->second;
  if (word.size() < kMinLengthForSlips) return -1;
  const auto candidates = by_first_letter_.find(word.front());
  if (candidates == by_first_letter_.end()) return -1;
  const std::string* near = nullptr;
  for (const std::string& known : candidates->second) {
    if (known.size() < kMinLengthForSlips - 1 || !one_slip_apart(word, known)) continue;
    if (near != nullptr) return -1;
    near = &known;
  }
  return near == nullptr ? -1 : ids_.at(*near);
}

bool PhraseMatcher::matches(const Phrase& phrase, std::span<const TextWord> words, std::size_t at) const {
  if (at + phrase.words.size() > words.size()) return false;
  for (std::size_t i = 1; i < phrase.words.size(); ++i) {
    const TextWord& word = words[at + i];
    if (!gap_fits(phrase.gaps[i], word.gap) || id_of(word.folded) != phrase.words[i]) return false;
  }
  return true;
}

std::optional<PhraseMatch> PhraseMatcher::longest_at(std::span<const TextWord> words, std::size_t at,
                                                     std::size_t max_words) const {
  if (at >= words.size()) return std::nullopt;
  const int first = id_of(words[at].folded);
  if (first < 0) return std::nullopt;
  for (const Phrase& phrase : phrases_[first]) {
    if (phrase.words.size() > max_words || !matches(phrase, words, at)) continue;
    return PhraseMatch{at, at + phrase.words.size(), phrase.values};
  }
  return std::nullopt;
}

std::vector<PhraseMatch> PhraseMatcher::find_all(std::span<const TextWord> words) const {
  std::vector<PhraseMatch> found;
  for (std::size_t at = 0; at < words.size();) {
    const auto match = longest_at(words, at);
    if (match) found.push_back(*match);
    at = match ? match->end : at + 1;
  }
  return found;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/phrase_matcher.h"

#include <algorithm>

namespace imr {
namespace {

constexpr std::size_t kMinLengthForSlips = 6;

// What the gap before word `i` of a phrase lets through in a text.
bool gap_fits(unsigned phrase_gap, unsigned text_gap) {
  unsigned allowed = kGapHyphen | phrase_gap;
  if ((phrase_gap & (kGapComma | kGapAnd)) != 0) allowed |= kGapComma | kGapAnd;
  if ((phrase_gap & kGapColon) != 0) allowed |= kGapColon | kGapComma;
  return (text_gap & ~allowed) == 0;
}

std::size_t letter_and_size(char first, std::size_t size) {
  return size * 256 + static_cast<unsigned char>(first);
}

// Cheap to ask of all words with the same first letter: a slip in the second letter is not in the last.
bool may_be_near(std::string_view word, std::string_view known) {
  return word[1] == known[1] || word.back() == known.back();
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
    made.words.push_back(known_id(word.folded));
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

void PhraseMatcher::add_word(std::string_view word) {
  for (const TextWord& part : text_words(word)) {
    if (!part.folded.empty()) known_id(part.folded);
  }
}

int PhraseMatcher::known_id(const std::string& word) {
  const auto [entry, is_new] = ids_.emplace(word, static_cast<int>(ids_.size()));
  if (is_new) {
    by_letter_and_size_[letter_and_size(word.front(), word.size())].push_back(word);
    phrases_.emplace_back();
  }
  return entry->second;
}

int PhraseMatcher::id_of(const std::string& word) const {
  if (const auto found = ids_.find(word); found != ids_.end()) return found->second;
  if (word.size() < kMinLengthForSlips) return -1;
  const std::string* near = nullptr;
  for (std::size_t size = std::max(word.size() - 1, kMinLengthForSlips - 1); size <= word.size() + 1;
       ++size) {
    const auto candidates = by_letter_and_size_.find(letter_and_size(word.front(), size));
    if (candidates == by_letter_and_size_.end()) continue;
    for (const std::string& known : candidates->second) {
      if (!may_be_near(word, known) || !one_slip_apart(word, known)) continue;
      if (near != nullptr) return -1;
      near = &known;
    }
  }
  return near == nullptr ? -1 : ids_.at(*near);
}

const PhraseMatcher::Phrase* PhraseMatcher::longest(std::span<const TextWord> words,
                                                    std::span<const int> ids) const {
  const auto fits = [&](const Phrase& phrase) {
    if (phrase.words.size() > ids.size()) return false;
    for (std::size_t i = 1; i < phrase.words.size(); ++i) {
      if (ids[i] != phrase.words[i] || !gap_fits(phrase.gaps[i], words[i].gap)) return false;
    }
    return true;
  };
  if (ids.empty() || ids[0] < 0) return nullptr;
  const auto& candidates = phrases_[static_cast<std::size_t>(ids[0])];
  const auto found = std::ranges::find_if(candidates, fits);
  return found == candidates.end() ? nullptr : &*found;
}

std::optional<PhraseMatch> PhraseMatcher::longest_at(std::span<const TextWord> words, std::size_t at,
                                                     std::size_t max_words) const {
  if (at >= words.size()) return std::nullopt;
  const int first = id_of(words[at].folded);
  if (first < 0) return std::nullopt;
  const auto& candidates = phrases_[static_cast<std::size_t>(first)];
  if (candidates.empty()) return std::nullopt;
  const auto most = std::min({max_words, candidates.front().words.size(), words.size() - at});
  std::vector<int> ids;
  ids.reserve(most);
  ids.push_back(first);
  while (ids.size() < most) ids.push_back(id_of(words[at + ids.size()].folded));
  const Phrase* phrase = longest(words.subspan(at), std::span(ids).first(std::min(ids.size(), max_words)));
  if (phrase == nullptr) return std::nullopt;
  return PhraseMatch{at, at + phrase->words.size(), phrase->values};
}

std::vector<PhraseMatch> PhraseMatcher::find_all(std::span<const TextWord> words) const {
  std::vector<int> ids;
  ids.reserve(words.size());
  for (const TextWord& word : words) ids.push_back(id_of(word.folded));
  std::vector<PhraseMatch> found;
  for (std::size_t at = 0; at < words.size();) {
    const Phrase* phrase = longest(words.subspan(at), std::span(ids).subspan(at));
    if (phrase != nullptr) found.push_back({at, at + phrase->words.size(), phrase->values});
    at += phrase != nullptr ? phrase->words.size() : 1;
  }
  return found;
}

}  // namespace imr

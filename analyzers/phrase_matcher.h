// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/text_words.h"

namespace imr {

// A known phrase found in a text: its words, [begin, end), and the values under which it is known.
struct PhraseMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::span<const int> values = {};  // valid as long as the matcher
};

// Finds known phrases in words, the longest first.
//
// Case, plurals and "&" for "and" make no difference, nor do hyphens, slashes and missing commas. A comma
// between two words is passed over where the phrase has one or an "and", a colon where it has one; any other
// mark ends a phrase that does not have it itself. A long word (six letters or more) may have one slip, if
// only one known word is that near.
class PhraseMatcher {
 public:
  void add(std::string_view phrase, int value);  // brackets of `phrase` and what they hold are left out
  void add_word(std::string_view word);          // makes it known, so that it is no slip of another

  // The longest phrase that begins at word `at`; `max_words` limits its length.
  std::optional<PhraseMatch> longest_at(std::span<const TextWord> words, std::size_t at,
                                        std::size_t max_words = 32) const;

  // All phrases from left to right, none within another.
  std::vector<PhraseMatch> find_all(std::span<const TextWord> words) const;

 private:
  struct Phrase {
    std::vector<int> words;
    std::vector<unsigned> gaps;
    std::vector<int> values;
  };
  int known_id(const std::string& word);
  int id_of(const std::string& word) const;
  // Of words, whose ids are given, the longest phrase that begins with the first.
  const Phrase* longest(std::span<const TextWord> words, std::span<const int> ids) const;

  std::unordered_map<std::string, int> ids_;
  std::unordered_map<std::size_t, std::vector<std::string>>
      by_letter_and_size_;                    // where slips are looked for
  std::vector<std::vector<Phrase>> phrases_;  // by first word, longest first
};

// Whether one change, one letter too many, one too few or two swapped make `a` into `b`.
bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace imr

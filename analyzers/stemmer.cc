// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/stemmer.h"

#include <algorithm>
#include <string>
#include <vector>

#include <xapian.h>

#include "analyzers/letters.h"
#include "analyzers/stem_table.h"
#include "analyzers/word_index.h"

namespace imr {

namespace {

std::string_view without_possessive(std::string_view word) {
  if (word.size() > 2 && word.ends_with("'s")) word.remove_suffix(2);
  return word;
}

bool is_plain_word(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return is_ascii_letter(c) || c == '\''; });
}

std::string stem_of_word(std::string_view written, const Xapian::Stem& snowball) {
  const auto word = without_possessive(written);
  const auto& table = StemTable::standard();
  if (const auto known = table.find(word)) return std::string(table.stem(known));
  if (!is_plain_word(word)) return std::string(word);
  auto stem = snowball(std::string(word));
  // Of "AED" Snowball would leave "a".
  return stem.size() < 2 ? std::string(word) : stem;
}

// The stems of the words seen last. Words come back so often that a slot a hash is enough; a slot is
// overwritten by the next word of its hash, so the cache does not grow.
class StemCache {
 public:
  const std::string& stem_of(std::string_view word) {
    auto& slot = slots_[word_hash(word) >> kShift];
    if (!same_word(slot.word, word)) {
      slot.stem = stem_of_word(word, snowball_);
      slot.word.assign(word);
    }
    return slot.stem;
  }

 private:
  static constexpr int kShift = 51;
  static constexpr std::size_t kSlots = std::size_t{1} << (64 - kShift);
  struct Slot {
    std::string word;
    std::string stem;
  };
  std::vector<Slot> slots_ = std::vector<Slot>(kSlots);
  Xapian::Stem snowball_{"english"};  // not to be shared between threads
};

bool is_strength_pair(std::string_view dose) {
  return dose.find('/') < dose.find_first_not_of("0123456789./");
}

}  // namespace

std::string_view usual_word(std::string_view folded) {
  const auto& table = StemTable::standard();
  const auto known = table.find(folded);
  return known == 0 || table.usual(known).empty() ? folded : table.usual(known);
}

void stem_term(std::string_view term, TokenClass token_class, std::string& stem) {
  if (token_class == TokenClass::word) {
    thread_local StemCache cache;
    stem.assign(cache.stem_of(term));
  } else if (token_class == TokenClass::dose && term.ends_with("mg") && is_strength_pair(term)) {
    stem.assign(term.substr(0, term.size() - 2));
  } else {
    stem.assign(term);
  }
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/stemmer.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "analyzers/data_lines.h"
#include "analyzers/data_tables.h"
#include "analyzers/letters.h"
#include "analyzers/word_sieve.h"

namespace imr {

extern const std::string_view kStemExceptionsTxt;
extern const std::string_view kWordFormsTsv;
extern const std::string_view kWordFamiliesTsv;

namespace {

using StemTable = std::unordered_map<std::string_view, std::string>;

// Words whose stem is not Snowball's: exceptions, then families, then other spellings, which have the stem of
// the usual one.
class WordStems {
 public:
  WordStems() {
    for (const auto line : data_lines(kStemExceptionsTxt)) {
      const auto blank = line.find(' ');
      stems_.emplace(line.substr(0, blank), line.substr(blank + 1));
    }
    for (const auto& row : table_rows(kWordFamiliesTsv, 2)) add_family(row[0], row[1]);
    for (const auto& row : table_rows(kWordFormsTsv, 3)) {
      // What may be meant is not what is meant: "lumber" is offered, not read, as "lumbar".
      if (row[2] == "unsure") continue;
      stems_.emplace(row[0], stem_of(row[1]));
      usual_.emplace(row[0], row[1]);
      has_usual_.add(row[0]);
    }
  }

  const std::string* find(std::string_view word) const {
    const auto found = stems_.find(word);
    return found == stems_.end() ? nullptr : &found->second;
  }

  std::string_view usual(std::string_view word) const {
    if (!has_usual_.may_hold(word)) return word;
    const auto found = usual_.find(word);
    return found == usual_.end() ? word : found->second;
  }

 private:
  void add_family(std::string_view name, std::string_view words) {
    const std::string stem = stem_of(name);
    while (!words.empty()) {
      const auto end = std::min(words.find('|'), words.size());
      stems_.emplace(words.substr(0, end), stem);
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }

  std::string stem_of(std::string_view word) const {
    const auto* known = find(word);
    return known ? *known : snowball_(std::string(word));
  }

  Xapian::Stem snowball_{"english"};
  StemTable stems_;
  std::unordered_map<std::string_view, std::string_view> usual_;
  WordSieve has_usual_;
};

const WordStems& word_stems() {
  static const WordStems stems;
  return stems;
}

std::string_view without_possessive(std::string_view word) {
  if (word.size() > 2 && word.ends_with("'s")) word.remove_suffix(2);
  return word;
}

bool is_plain_word(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return is_ascii_letter(c) || c == '\''; });
}

std::string stem_of_word(std::string_view written, const Xapian::Stem& snowball) {
  const auto word = without_possessive(written);
  if (const auto* known = word_stems().find(word)) return *known;
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
    auto& slot = slots_[std::hash<std::string_view>{}(word) % kSlots];
    if (slot.word != word) {
      slot.stem = stem_of_word(word, snowball_);
      slot.word.assign(word);
    }
    return slot.stem;
  }

 private:
  static constexpr std::size_t kSlots = 1 << 13;
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

std::string_view usual_word(std::string_view folded) { return word_stems().usual(folded); }

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

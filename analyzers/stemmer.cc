// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/stemmer.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "analyzers/data_lines.h"
#include "analyzers/letters.h"

namespace imr {

extern const std::string_view kStemExceptionsTxt;

namespace {

using StemTable = std::unordered_map<std::string_view, std::string_view>;

const StemTable& exceptions() {
  static const auto table = [] {
    StemTable stems;
    for (const auto line : data_lines(kStemExceptionsTxt)) {
      const auto blank = line.find(' ');
      stems.emplace(line.substr(0, blank), line.substr(blank + 1));
    }
    return stems;
  }();
  return table;
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
  const auto exception = exceptions().find(word);
  if (exception != exceptions().end()) return std::string(exception->second);
  if (!is_plain_word(word)) return std::string(word);
  auto stem = snowball(std::string(word));
  return stem.empty() ? std::string(word) : stem;
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

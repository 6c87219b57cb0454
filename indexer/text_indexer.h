// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/standing_text.h"
#include "analyzers/token.h"
#include "storage/word_codes.h"

namespace imr {

// What the values of one text field give the index: the words in their order, and their stems.
struct IndexedText {
  struct Stem {
    std::uint32_t number;    // in Vocabulary::stems, meanings under their tokens
    unsigned frequency = 0;  // 0 for what matches and does not rank
  };
  WordCodes codes = {};
  std::vector<Stem> stems = {};  // one for each occurrence
};

// Turns texts to what the index keeps of them, with the analyzer of letters.
class TextIndexer {
 public:
  explicit TextIndexer(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  // Appends a value of a field; the values of a field are 100 positions apart. `weight` is how often a word
  // counts; where it counts, the marks of where sentences begin and what is said of words stand in the codes
  // too.
  void add(std::string_view text, unsigned weight, const StandingText& standing, IndexedText& field);

 private:
  void add_token(const Token& token, unsigned frequency, IndexedText& field);
  void add_stem(const Token& token, unsigned frequency, IndexedText& field);
  void write_codes(IndexedText& field);

  Vocabulary& vocabulary_;
  std::uint32_t word_ = 0;  // the last one, and the last compound
  std::uint32_t compound_ = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> placed_;  // positions and words of one text
};

}  // namespace imr

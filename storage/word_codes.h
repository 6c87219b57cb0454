// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.h"
#include "storage/name_table.h"

namespace imr {

// The words of a text one after the other, as numbers of a vocabulary, with what stands beside them:
// meanings, marks, compounds. A code is twice the number of a token, plus 1 if it stands at the place of the
// one before; 0, and a number behind it, passes over so many places.
using WordCodes = std::vector<std::uint32_t>;

// Writes a text in order of position.
class WordCodesWriter {
 public:
  // `last` is the position of the last word that is there already.
  explicit WordCodesWriter(WordCodes& codes, std::uint32_t last = 0) : codes_(codes), position_(last) {}

  // `position` never falls.
  void add(std::uint32_t position, std::uint32_t token) {
    const bool beside = position == position_ && !codes_.empty();
    if (!beside && position > position_ + 1) {
      codes_.push_back(0);
      codes_.push_back(position - position_ - 1);
    }
    position_ = position;
    codes_.push_back(2 * token + (beside ? 1 : 0));
  }

 private:
  WordCodes& codes_;
  std::uint32_t position_;
};

// A letter or an issue: the words of each of its text fields, by the field's place among text_fields().
using FieldCodes = std::array<WordCodes, kTextFields>;

// The words of some letters by number, and their stems.
struct Vocabulary {
  NameTable words;  // surface terms, meanings and marks, named as PlaceQuery names them
  NameTable stems;
  std::vector<std::uint32_t> first_stem = {0};                              // of each word; 0: none
  std::vector<std::pair<std::uint32_t, std::uint32_t>> further_stems = {};  // (word, stem), each once

  // Notes that the word has this stem.
  void relate(std::uint32_t word, std::uint32_t stem);
};

}  // namespace imr

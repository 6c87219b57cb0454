// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzers/word_index.h"

// Private to analyzers/.
namespace imr {

// Words whose stem is not Snowball's: exceptions, then families, then other spellings, which have the stem of
// the usual one. Views live as long as the image.
class StemTable {
 public:
  static const StemTable& standard();
  explicit StemTable(FlatView image);

  // The number of a word, from 1 on; 0 if it is not in the table.
  std::uint32_t find(std::string_view word) const { return words_.find(word); }
  std::size_t size() const { return words_.size(); }
  std::string_view word(std::uint32_t number) const { return words_.word(number); }
  std::string_view stem(std::uint32_t number) const { return stems_[number - 1]; }
  // The usual spelling; empty if the word is itself the usual one.
  std::string_view usual(std::uint32_t number) const { return usual_[number - 1]; }

 private:
  explicit StemTable(FlatReader image) : words_(image), stems_(image), usual_(image) {}

  WordIndex words_;
  FlatStrings stems_;
  FlatStrings usual_;
};

}  // namespace imr

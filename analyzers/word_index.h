// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/flat_image.h"

// Private to analyzers/.
namespace imr {

// A hash of the first and the last eight bytes and the size: enough for words, and quick.
std::uint64_t word_hash(std::string_view word);

// A list of strings in an image.
class FlatStrings {
 public:
  static void write(const std::vector<std::string>& strings, FlatWriter& image);

  FlatStrings() = default;
  explicit FlatStrings(FlatReader& image) : ends_(image.next<std::uint32_t>()), text_(image.next<char>()) {}

  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t at) const {
    const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
    return {text_.data() + begin, ends_[at] - begin};
  }

 private:
  std::span<const std::uint32_t> ends_;
  std::span<const char> text_;
};

// Words of an image by their number, and the numbers by word.
class WordIndex {
 public:
  // The words are numbered as they come, from 1 on; they differ and none is empty.
  static void write(const std::vector<std::string>& words, FlatWriter& image);

  WordIndex() = default;
  explicit WordIndex(FlatReader& image)
      : tags_(image.next<std::uint16_t>()), numbers_(image.next<std::uint32_t>()), words_(image) {}

  // 0 if the word is not there.
  std::uint32_t find(std::string_view word) const;
  std::string_view word(std::uint32_t number) const { return words_[number - 1]; }
  std::size_t size() const { return words_.size(); }

 private:
  // A hash table with open addressing: parts of the hashes (0: empty), and numbers beside them. Most slots
  // are empty, so that a look-up for a word that is not there ends at once.
  std::span<const std::uint16_t> tags_;
  std::span<const std::uint32_t> numbers_;
  FlatStrings words_;
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/flat_image.h"

// Private to analyzers/.
namespace imr {

template <typename Number>
std::uint64_t load_bytes(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// A hash of the first and the last eight bytes and the size: enough for words, and quick.
inline std::uint64_t word_hash(std::string_view word) {
  const char* begin = word.data();
  const char* end = begin + word.size();
  std::uint64_t mixed = word.size();
  if (word.size() >= 8) {
    mixed += load_bytes<std::uint64_t>(begin) ^ std::rotl(load_bytes<std::uint64_t>(end - 8), 29);
  } else if (word.size() >= 4) {
    mixed += load_bytes<std::uint32_t>(begin) ^ (load_bytes<std::uint32_t>(end - 4) << 32);
  } else if (!word.empty()) {
    mixed += load_bytes<std::uint8_t>(begin) | load_bytes<std::uint8_t>(begin + word.size() / 2) << 16 |
             load_bytes<std::uint8_t>(end - 1) << 32;
  }
  return mixed * 0x9E3779B97F4A7C15U;
}

// Equality of words, without a call for the usual short ones.
inline bool same_word(std::string_view a, std::string_view b) {
  const auto size = a.size();
  if (size != b.size()) return false;
  const auto same_at = [&]<typename Number>(Number, std::size_t at) {
    return load_bytes<Number>(a.data() + at) == load_bytes<Number>(b.data() + at);
  };
  if (size > 16) return a == b;
  if (size >= 8) return same_at(std::uint64_t{}, 0) && same_at(std::uint64_t{}, size - 8);
  if (size >= 4) return same_at(std::uint32_t{}, 0) && same_at(std::uint32_t{}, size - 4);
  return std::equal(a.begin(), a.end(), b.begin());
}

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
  // The words are numbered as they come, from 1 on; they differ and none is empty. Throws std::length_error
  // if there are too many.
  static void write(const std::vector<std::string>& words, FlatWriter& image);

  WordIndex() = default;
  explicit WordIndex(FlatReader& image) : slots_(image.next<Slot>()), words_(image) {}

  // 0 if the word is not there.
  std::uint32_t find(std::string_view word) const {
    const auto hash = word_hash(word);
    const auto tag = tag_of(hash);
    const std::size_t last = slots_.size() - 1;
    for (auto at = place_of(hash, last); slots_[at].tag != 0; at = (at + 1) & last) {
      if (slots_[at].tag == tag && same_word(words_[slots_[at].number - 1U], word)) return slots_[at].number;
    }
    return 0;
  }
  std::string_view word(std::uint32_t number) const { return words_[number - 1]; }
  std::size_t size() const { return words_.size(); }

 private:
  // Of a hash table with open addressing. Most slots are empty, so that a look-up for a word that is not
  // there ends at once.
  struct Slot {
    std::uint16_t tag = 0;  // part of the hash; 0: empty
    std::uint16_t number = 0;
  };

  // Where a hash is looked for first, and what tells it from its neighbours.
  static std::size_t place_of(std::uint64_t hash, std::size_t last) { return hash >> 40 & last; }
  static std::uint16_t tag_of(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> 20 | 1U); }

  std::span<const Slot> slots_;
  FlatStrings words_;
};

}  // namespace imr

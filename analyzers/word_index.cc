// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/word_index.h"

#include <bit>
#include <cstring>

namespace imr {
namespace {

constexpr std::size_t kSlotsPerWord = 3;

template <typename Number>
std::uint64_t load(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// Where a hash is looked for first, and what tells it from its neighbours.
std::size_t place_of(std::uint64_t hash, std::size_t slots) { return hash >> 40 & (slots - 1); }
std::uint16_t tag_of(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> 20 | 1U); }

}  // namespace

std::uint64_t word_hash(std::string_view word) {
  const char* begin = word.data();
  const char* end = begin + word.size();
  std::uint64_t mixed = word.size();
  if (word.size() >= 8) {
    mixed += load<std::uint64_t>(begin) ^ std::rotl(load<std::uint64_t>(end - 8), 29);
  } else if (word.size() >= 4) {
    mixed += load<std::uint32_t>(begin) ^ (load<std::uint32_t>(end - 4) << 32);
  } else if (!word.empty()) {
    mixed += static_cast<unsigned char>(begin[0]) | load<std::uint8_t>(begin + word.size() / 2) << 16 |
             load<std::uint8_t>(end - 1) << 32;
  }
  return mixed * 0x9E3779B97F4A7C15U;
}

void FlatStrings::write(const std::vector<std::string>& strings, FlatWriter& image) {
  std::vector<std::uint32_t> ends;
  std::vector<char> text;
  for (const std::string& string : strings) {
    text.insert(text.end(), string.begin(), string.end());
    ends.push_back(static_cast<std::uint32_t>(text.size()));
  }
  image.add(ends);
  image.add(text);
}

void WordIndex::write(const std::vector<std::string>& words, FlatWriter& image) {
  std::vector<std::uint16_t> tags(std::bit_ceil(words.size() * kSlotsPerWord + 1));
  std::vector<std::uint32_t> numbers(tags.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto hash = word_hash(words[i]);
    auto at = place_of(hash, tags.size());
    while (tags[at] != 0) at = (at + 1) & (tags.size() - 1);
    tags[at] = tag_of(hash);
    numbers[at] = static_cast<std::uint32_t>(i + 1);
  }
  image.add(tags);
  image.add(numbers);
  FlatStrings::write(words, image);
}

std::uint32_t WordIndex::find(std::string_view word) const {
  const auto hash = word_hash(word);
  const auto tag = tag_of(hash);
  for (auto at = place_of(hash, tags_.size()); tags_[at] != 0; at = (at + 1) & (tags_.size() - 1)) {
    if (tags_[at] == tag && words_[numbers_[at] - 1] == word) return numbers_[at];
  }
  return 0;
}

}  // namespace imr

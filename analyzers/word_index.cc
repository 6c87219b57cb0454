// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/word_index.h"

#include <limits>
#include <stdexcept>

namespace imr {
namespace {

constexpr std::size_t kSlotsPerWord = 3;

}  // namespace

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
  if (words.size() > std::numeric_limits<std::uint16_t>::max())
    throw std::length_error("too many words for an index");
  std::vector<Slot> slots(std::bit_ceil(words.size() * kSlotsPerWord + 1));
  const std::size_t last = slots.size() - 1;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto hash = word_hash(words[i]);
    auto at = place_of(hash, last);
    while (slots[at].tag != 0) at = (at + 1) & last;
    slots[at] = {tag_of(hash), static_cast<std::uint16_t>(i + 1)};
  }
  image.add(slots);
  FlatStrings::write(words, image);
}

}  // namespace imr

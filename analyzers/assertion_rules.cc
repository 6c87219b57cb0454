// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion_rules.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "analyzers/assertion_rule_reader.h"

namespace imr {

extern const std::string_view kAssertionCuesTsv;

namespace {

template <typename Number>
std::uint64_t load(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// Of the first and the last bytes, eight of each at most, and the size.
std::uint64_t hash_of(std::string_view term) {
  const auto* begin = term.data();
  const auto* end = begin + term.size();
  std::uint64_t mixed = term.size();
  if (term.size() >= 8) {
    mixed += load<std::uint64_t>(begin) ^ std::rotl(load<std::uint64_t>(end - 8), 29);
  } else if (term.size() >= 4) {
    mixed += load<std::uint32_t>(begin) ^ (load<std::uint32_t>(end - 4) << 32);
  } else {
    mixed += static_cast<unsigned char>(begin[0]) | load<std::uint8_t>(begin + term.size() / 2) << 16 |
             load<std::uint8_t>(end - 1) << 32;
  }
  return mixed * 0x9E3779B97F4A7C15U;
}

// Where a hash is looked for first, and what tells it from its neighbours.
std::size_t place_of(std::uint64_t hash, std::size_t slots) { return hash >> 40 & (slots - 1); }
std::uint16_t tag_of(std::uint64_t hash) { return static_cast<std::uint16_t>(hash >> 20 | 1U); }

}  // namespace

AssertionRules::AssertionRules(std::string_view table) {
  AssertionRuleReader(*this).read(table);
  index_words();
}

// Open addressing; the words are few, so most look-ups end at an empty slot.
void AssertionRules::index_words() {
  tags_.resize(std::bit_ceil(words_.size() * 3));
  ids_.resize(tags_.size());
  for (std::size_t id = 1; id < words_.size(); ++id) {
    const auto hash = hash_of(words_[id].view());
    auto at = place_of(hash, tags_.size());
    while (tags_[at] != 0) at = (at + 1) & (tags_.size() - 1);
    tags_[at] = tag_of(hash);
    ids_[at] = static_cast<std::uint16_t>(id);
  }
}

CueWord AssertionRules::word(std::string_view term) const {
  if (term.empty() || term.size() > kLongestWord) return {};
  const auto hash = hash_of(term);
  for (auto at = place_of(hash, tags_.size()); tags_[at] != 0; at = (at + 1) & (tags_.size() - 1)) {
    if (tags_[at] == tag_of(hash) && words_[ids_[at]].view() == term) return words_[ids_[at]].cue;
  }
  return {};
}

std::uint32_t AssertionRules::group(std::string_view name) const {
  const auto found = group_bits_.find(name);
  return found == group_bits_.end() ? 0U : found->second;
}

std::uint32_t AssertionRules::next_of(const Node& node, std::uint16_t id) const {
  const auto edges = std::span(edges_).subspan(node.first_edge, node.edges);
  const auto found = std::ranges::lower_bound(edges, id, {}, &Edge::id);
  return found != edges.end() && found->id == id ? found->node : 0;
}

const AssertionRules& assertion_rules() {
  static const AssertionRules rules(kAssertionCuesTsv);
  return rules;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naive_text.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/folding.h"
#include "searcher/query_words.h"

namespace imr {

namespace {

using Place = Sought::Place;
using Positions = std::vector<std::uint32_t>;

std::map<std::string, int, std::less<>>& numbers() {
  static std::map<std::string, int, std::less<>> all;
  return all;
}

int number_of(const std::string& term) {
  return numbers().try_emplace(term, static_cast<int>(numbers().size())).first->second;
}

bool fits(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == '*')
    return fits(pattern.substr(1), text) || (!text.empty() && fits(pattern, text.substr(1)));
  if (text.empty()) return false;
  std::size_t length = 1;
  while (pattern[0] == '?' && length < text.size() && (text[length] & 0xC0) == 0x80) ++length;
  return (pattern[0] == '?' || pattern[0] == text[0]) && fits(pattern.substr(1), text.substr(length));
}

void add(std::vector<bool>& terms, int number) {
  const auto at = static_cast<std::size_t>(number);
  if (at >= terms.size()) terms.resize(at + 1);
  terms[at] = true;
}

Place place_of(TermKind kind, const std::string& term) {
  Place place;
  add(kind == TermKind::stem ? place.stems : place.surfaces, number_of(term));
  return place;
}

Place place_of_pattern(const std::string& pattern) {
  Place place;
  for (const auto& [term, number] : numbers()) {
    if (fits(fold(pattern), term)) add(place.surfaces, number);
  }
  return place;
}

void add_all(std::vector<bool>& terms, const std::vector<bool>& more) {
  terms.resize(std::max(terms.size(), more.size()));
  for (std::size_t i = 0; i < more.size(); ++i) terms[i] = terms[i] || more[i];
}

Place either(Place a, const Place& b) {
  add_all(a.surfaces, b.surfaces);
  add_all(a.stems, b.stems);
  return a;
}

// One side of a nearness: a word, or one of several.
std::optional<Place> side_of(const QueryNode& node) {
  const QueryWords words = analyze_words(node.text);
  if (!words.compound.empty()) return place_of(TermKind::surface, words.compound);
  if (node.kind != QueryKind::any_of) {
    const auto sought = sought_in(node);
    return sought ? std::optional(sought->places[0]) : std::nullopt;
  }
  std::optional<Place> side;
  for (const QueryNode& child : node.children) {
    const auto more = side_of(child);
    if (more) side = side ? either(*side, *more) : *more;
  }
  return side;
}

std::optional<Sought> near(const QueryNode& node) {
  using enum Sought::Arrangement;
  const auto left = side_of(node.children[0]);
  const auto right = side_of(node.children[1]);
  if (!left || !right) return std::nullopt;
  return Sought{{*left, *right}, node.ordered ? near_ordered : Sought::Arrangement::near, node.distance};
}

bool takes(const Place& place, const NaiveToken& token) {
  const auto& terms = token.kind == TermKind::stem ? place.stems : place.surfaces;
  const auto term = static_cast<std::size_t>(token.term);
  return term < terms.size() && terms[term];
}

Positions positions_of(const NaiveText& text, const Place& place) {
  Positions positions;
  for (const NaiveToken& token : text) {
    if (takes(place, token)) positions.push_back(token.position);
  }
  return positions;
}

bool holds(const Positions& positions, std::uint32_t position) {
  return std::ranges::binary_search(positions, position);
}

using Matches = std::vector<Positions>;  // the position of each place

void add_adjacent(const std::vector<Positions>& at, const std::vector<std::size_t>& order, Matches& matches) {
  for (const std::uint32_t start : at[order[0]]) {
    Positions match(order.size());
    bool all = true;
    for (std::size_t i = 0; i < order.size() && all; ++i) {
      match[order[i]] = start + static_cast<std::uint32_t>(i);
      all = holds(at[order[i]], match[order[i]]);
    }
    if (all) matches.push_back(match);
  }
}

Matches near_matches(const std::vector<Positions>& at, unsigned distance, bool ordered) {
  Matches matches;
  for (const std::uint32_t a : at[0]) {
    for (const std::uint32_t b : at[1]) {
      const bool apart = a < b ? b - a <= distance : !ordered && a != b && a - b <= distance;
      if (apart) matches.push_back({a, b});
    }
  }
  return matches;
}

Matches matches_of(const NaiveText& text, const Sought& sought) {
  using enum Sought::Arrangement;
  std::vector<Positions> at;
  for (const Place& place : sought.places) at.push_back(positions_of(text, place));
  if (sought.arrangement == near || sought.arrangement == near_ordered) {
    return near_matches(at, sought.distance, sought.arrangement == near_ordered);
  }
  Matches matches;
  std::vector<std::size_t> order(at.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  do {
    add_adjacent(at, order, matches);
  } while (sought.arrangement == shuffled && std::ranges::next_permutation(order).found);
  if (sought.whole) {
    const Positions wholes = positions_of(text, *sought.whole);
    std::erase_if(matches, [&](const Positions& match) { return !holds(wholes, match[0]); });
  }
  return matches;
}

}  // namespace

NaiveText read_naively(std::string_view text) {
  NaiveText read;
  for (const Token& token : tokens_of(prose_analyzer(), text)) {
    if (token.compound && token.kind == TermKind::stem) continue;
    read.push_back({token.position, number_of(token.term), token.kind, token.begin, token.end});
  }
  return read;
}

std::optional<Sought> sought_in(const QueryNode& leaf) {
  if (leaf.kind == QueryKind::near) return near(leaf);
  if (leaf.kind == QueryKind::wildcard) return Sought{{place_of_pattern(leaf.text)}};
  const QueryWords words = analyze_words(leaf.text);
  if (words.words.empty()) return std::nullopt;
  Sought sought;
  const bool by_stem = leaf.kind == QueryKind::word;
  for (const QueryWord& word : words.words) {
    sought.places.push_back(by_stem ? place_of(TermKind::stem, word.stem)
                                    : place_of(TermKind::surface, word.surface));
  }
  if (by_stem && words.any_order) sought.arrangement = Sought::Arrangement::shuffled;
  if (!by_stem && !words.compound.empty()) sought.whole = place_of(TermKind::surface, words.compound);
  return sought;
}

bool is_found(const NaiveText& text, const Sought& sought) { return !matches_of(text, sought).empty(); }

std::vector<std::pair<std::size_t, std::size_t>> matched_bytes(const NaiveText& text, const Sought& sought) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const Positions& match : matches_of(text, sought)) {
    std::pair<std::size_t, std::size_t> range{std::string_view::npos, 0};
    for (const NaiveToken& token : text) {
      for (std::size_t i = 0; i < match.size(); ++i) {
        if (token.position != match[i] || !takes(sought.places[i], token)) continue;
        range = {std::min(range.first, token.begin), std::max(range.second, token.end)};
      }
    }
    ranges.push_back(range);
  }
  return ranges;
}

}  // namespace imr

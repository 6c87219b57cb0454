// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/spelling.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "analyzers/spelling_tables.h"
#include "schema/edit_distance.h"
#include "schema/schema.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kLongWord = 6;  // from here on two slips are allowed

bool is_plain(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool are_swapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto [left, right] = std::ranges::mismatch(a, b);
  const auto at = static_cast<std::size_t>(left - a.begin());
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

// How many slips lie between two words; more than `most` counts as most + 1.
std::size_t slips(std::string_view a, std::string_view b, std::size_t most) {
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > most) return most + 1;
  return are_swapped(a, b) ? 1 : edit_distance(a, b);
}

// All words of the searched fields that begin with a letter, each with its slips.
void collect(const OpenSegments& segments, std::string_view folded, std::size_t most,
             std::map<std::string, std::size_t>& found) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments.segment(i);
    const WordStore& words = segment.words();
    for (const WordNumber word : words.in_order().subspan(words.lower_bound(folded.substr(0, 1)))) {
      const std::string_view name = words.name(word);
      if (name[0] != folded[0]) break;
      if (!is_plain(name)) continue;
      const std::size_t distance = slips(folded, name, most);
      if (distance <= most && segment.issues_with(nullptr, word) > 0) found[std::string(name)] = distance;
    }
  }
}

}  // namespace

std::vector<NearWord> near_words(const OpenSegments& segments, std::string_view folded, std::size_t most) {
  std::map<std::string, std::size_t> found;
  if (folded.size() >= kShortestWord && is_plain(folded)) {
    collect(segments, folded, folded.size() >= kLongWord ? 2 : 1, found);
  }
  for (const auto meant : likely_meant(folded)) found[std::string(meant)] = 0;
  found.erase(std::string(folded));
  std::vector<std::tuple<std::size_t, std::uint64_t, NearWord>> ranked;
  for (const auto& [word, distance] : found) {
    const std::uint64_t issues = issues_with(segments, nullptr, word);
    if (issues > 0) ranked.emplace_back(distance, issues, NearWord{word, issues, is_drug_name(word)});
  }
  std::ranges::sort(ranked, [](const auto& a, const auto& b) {
    if (std::get<0>(a) != std::get<0>(b)) return std::get<0>(a) < std::get<0>(b);
    if (std::get<1>(a) != std::get<1>(b)) return std::get<1>(a) > std::get<1>(b);
    return std::get<2>(a).word < std::get<2>(b).word;
  });
  std::vector<NearWord> words;
  for (auto& [distance, issues, word] : ranked) {
    if (words.size() < most) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace imr

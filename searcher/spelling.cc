// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/spelling.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "analyzers/spelling_tables.h"
#include "schema/edit_distance.h"
#include "schema/schema.h"

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

std::uint64_t frequency(const OpenSegments& segments, const std::string& word) {
  std::uint64_t issues = 0;
  for (const SearchedField& field : searched_fields()) {
    issues += segments.whole().get_termfreq(surface_term(*find_field(field.name), word));
  }
  return issues;
}

// All words of the searched fields that begin with a letter, each with its slips.
void collect(const OpenSegments& segments, std::string_view folded, std::size_t most,
             std::map<std::string, std::size_t>& found) {
  const std::string letter(folded.substr(0, 1));
  for (const SearchedField& searched : searched_fields()) {
    const Field& field = *find_field(searched.name);
    const std::string start = surface_term(field, letter);
    for (auto at = segments.whole().allterms_begin(start); at != segments.whole().allterms_end(start); ++at) {
      const std::string term = (*at).substr(field.prefix.size());
      if (!is_plain(term)) continue;
      const std::size_t distance = slips(folded, term, most);
      if (distance <= most) found[term] = distance;
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
    const std::uint64_t issues = frequency(segments, word);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naive_text.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/folding.h"
#include "analyzers/text_marks.h"
#include "schema/schema.h"
#include "searcher/notions.h"
#include "searcher/query_words.h"

namespace imr {

namespace {

using Place = Sought::Place;

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
    const bool word = term.find_first_of("0123456789") == std::string::npos;
    if (word && fits(fold(pattern), term)) add(place.surfaces, number);
  }
  return place;
}

bool has(const std::vector<bool>& terms, int number) {
  const auto term = static_cast<std::size_t>(number);
  return term < terms.size() && terms[term];
}

bool takes(const Place& place, const NaiveToken& token) {
  switch (token.kind) {
    case TermKind::surface:
      return has(place.surfaces, token.term);
    case TermKind::stem:
      return has(place.stems, token.term);
    case TermKind::meaning:
      return has(place.meanings, token.term);
  }
  return false;
}

using Bytes = std::pair<std::size_t, std::size_t>;
using Spots = std::map<std::uint32_t, Bytes>;  // positions and the bytes of what stands there
using Matches = std::vector<Spots>;

std::uint32_t first_of(const Spots& match) { return match.begin()->first; }
std::uint32_t last_of(const Spots& match) { return match.rbegin()->first; }

Spots spots_of(const NaiveText& text, const Place& place) {
  Spots spots;
  for (const NaiveToken& token : text.tokens) {
    if (!takes(place, token)) continue;
    const auto [at, fresh] = spots.try_emplace(token.position, token.begin, token.end);
    if (!fresh) at->second.second = std::max(at->second.second, token.end);
  }
  return spots;
}

void add_adjacent(const std::vector<Spots>& at, const std::vector<std::size_t>& order, Matches& matches) {
  for (const auto& [start, bytes] : at[order[0]]) {
    Spots match;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto spot = at[order[i]].find(start + static_cast<std::uint32_t>(i));
      if (spot != at[order[i]].end()) match.insert(*spot);
    }
    if (match.size() == order.size()) matches.push_back(match);
  }
}

Matches sequences(const NaiveText& text, const Sought& sought) {
  std::vector<Spots> at;
  for (const Place& place : sought.places) at.push_back(spots_of(text, place));
  Matches matches;
  std::vector<std::size_t> order(at.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  do {
    add_adjacent(at, order, matches);
  } while (sought.arrangement == Sought::Arrangement::shuffled && std::ranges::next_permutation(order).found);
  if (sought.whole) {
    const Spots wholes = spots_of(text, *sought.whole);
    std::erase_if(matches, [&](const Spots& match) { return !wholes.contains(first_of(match)); });
  }
  return matches;
}

bool said_there(const NaiveText& text, const std::string& assertion, std::uint32_t position) {
  const auto is = [&](const std::string& name) {
    const auto mark = text.marks.find(name);
    return mark != text.marks.end() && mark->second.contains(position);
  };
  if (assertion != "affirmed") return is(assertion);
  return !is("negated") && !is("possible") && !is("undocumented") && !is("other");
}

// Whether a unit begins between two words.
bool parted(const NaiveText& text, std::string_view unit, const Spots& left, const Spots& right) {
  const auto marks = text.marks.find(std::string(unit));
  if (marks == text.marks.end()) return false;
  const auto next = marks->second.upper_bound(first_of(left));
  return next != marks->second.end() && *next <= last_of(right);
}

bool fit_together(const NaiveText& text, const Sought& sought, const Spots& a, const Spots& b) {
  using Arrangement = Sought::Arrangement;
  const bool before = last_of(a) < first_of(b);
  if (!before && !(last_of(b) < first_of(a))) return false;
  const Spots& left = before ? a : b;
  const Spots& right = before ? b : a;
  if (sought.arrangement == Arrangement::one_sentence) return !parted(text, kSentenceMark, left, right);
  if (sought.arrangement == Arrangement::one_paragraph) return !parted(text, kParagraphMark, left, right);
  if (sought.arrangement == Arrangement::near_ordered && !before) return false;
  return first_of(right) - last_of(left) <= sought.distance;
}

Matches matches_of(const NaiveText& text, const Sought& sought) {
  using Arrangement = Sought::Arrangement;
  if (sought.arrangement == Arrangement::adjacent || sought.arrangement == Arrangement::shuffled) {
    return sequences(text, sought);
  }
  std::vector<Matches> sides;
  for (const Sought& side : sought.sides) sides.push_back(matches_of(text, side));
  Matches matches;
  if (sought.arrangement == Arrangement::either) {
    for (const Matches& side : sides) matches.insert(matches.end(), side.begin(), side.end());
  } else if (sought.arrangement == Arrangement::asserted) {
    for (const Spots& match : sides[0]) {
      if (said_there(text, sought.assertion, first_of(match))) matches.push_back(match);
    }
  } else {
    for (const Spots& a : sides[0]) {
      for (const Spots& b : sides[1]) {
        if (!fit_together(text, sought, a, b)) continue;
        matches.push_back(a);
        matches.back().insert(b.begin(), b.end());
      }
    }
  }
  return matches;
}

std::optional<Sought> words_sought(const QueryNode& leaf) {
  const QueryWords words = analyze_words(leaf.text);
  if (words.words.empty()) return std::nullopt;
  Sought sought;
  const bool by_stem = leaf.kind == QueryKind::word;
  for (const QueryWord& word : words.words) {
    sought.places.push_back(by_stem ? place_of(TermKind::stem, word.stem)
                                    : place_of(TermKind::surface, word.surface));
  }
  if (by_stem && words.any_order) sought.arrangement = Sought::Arrangement::shuffled;
  if (!by_stem || words.joined.empty()) return sought;
  Sought whole;
  whole.places.push_back(place_of(TermKind::stem, words.joined));
  Sought either;
  either.sides = {std::move(whole), std::move(sought)};
  either.arrangement = Sought::Arrangement::either;
  return either;
}

std::optional<Sought> either_sought(const std::vector<QueryNode>& nodes);

// A part of a nearness: words also stand for the concept that they name.
std::optional<Sought> side_of(const QueryNode& node) {
  if (node.kind == QueryKind::any_of) return either_sought(node.children);
  if (node.kind != QueryKind::word) {
    auto side = sought_in(node);
    if (side) side->whole.reset();
    return side;
  }
  auto words = words_sought(node);
  if (!words) return words;
  const auto notions = notions_in({&node, 1});
  if (notions.size() != 1) return words;
  Sought either;
  either.sides = {meaning_sought(notions[0].name), *words};
  either.arrangement = Sought::Arrangement::either;
  return either;
}

std::optional<Sought> either_sought(const std::vector<QueryNode>& nodes) {
  Sought sought;
  sought.arrangement = Sought::Arrangement::either;
  for (const QueryNode& node : nodes) {
    if (auto side = side_of(node)) sought.sides.push_back(std::move(*side));
  }
  return sought.sides.empty() ? std::nullopt : std::optional(sought);
}

std::optional<Sought> pair_sought(const QueryNode& node) {
  using Arrangement = Sought::Arrangement;
  auto left = side_of(node.children[0]);
  auto right = side_of(node.children[1]);
  if (!left || !right) return std::nullopt;
  Sought sought;
  sought.sides = {*left, *right};
  sought.distance = node.distance;
  sought.arrangement = node.kind == QueryKind::same_sentence    ? Arrangement::one_sentence
                       : node.kind == QueryKind::same_paragraph ? Arrangement::one_paragraph
                       : node.ordered                           ? Arrangement::near_ordered
                                                                : Arrangement::near;
  return sought;
}

std::optional<Sought> finding_sought(const QueryNode& node) {
  auto side = side_of(node.children[0]);
  if (!side) return std::nullopt;
  Sought sought;
  sought.sides = {*side};
  sought.arrangement = Sought::Arrangement::asserted;
  sought.assertion = node.name == "finding" ? "affirmed" : node.name == "nofinding" ? "negated" : node.name;
  return sought;
}

}  // namespace

NaiveText read_naively(std::string_view text, const StandingText& standing) {
  NaiveText read;
  const std::vector<Token> tokens = tokens_of(prose_analyzer(), text);
  for (const Token& token : tokens) {
    const bool joined = token.term.find_first_of("-/") == std::string::npos;
    if (token.compound && token.kind == TermKind::stem && !joined) continue;
    read.tokens.push_back({token.position, number_of(token.term), token.kind, token.begin, token.end});
  }
  for (const TextMark& mark : text_marks(text, tokens, standing))
    read.marks[std::string(mark.name)].insert(mark.position);
  return read;
}

Sought meaning_sought(const std::string& name) {
  Sought sought;
  add(sought.places.emplace_back().meanings, number_of(name));
  return sought;
}

std::optional<Sought> sought_in(const QueryNode& node) {
  using enum QueryKind;
  if (node.kind == near || node.kind == same_sentence || node.kind == same_paragraph)
    return pair_sought(node);
  if (node.kind == field) return finding_sought(node);
  if (node.kind == wildcard) {
    Sought sought;
    sought.places = {place_of_pattern(node.text)};
    return sought;
  }
  auto sought = words_sought(node);
  const QueryWords words = analyze_words(node.text);
  if (sought && node.kind != word && !words.compound.empty()) {
    sought->whole = place_of(TermKind::surface, words.compound);
  }
  return sought;
}

bool is_found(const NaiveText& text, const Sought& sought) { return !matches_of(text, sought).empty(); }

std::vector<Bytes> matched_bytes(const NaiveText& text, const Sought& sought) {
  std::vector<Bytes> ranges;
  for (const Spots& match : matches_of(text, sought)) {
    std::uint32_t last = 0;
    Bytes run;
    for (const auto& [position, bytes] : match) {
      const bool next = last > 0 && position == last + 1;
      run = next ? Bytes(run.first, std::max(run.second, bytes.second)) : bytes;
      ranges.push_back(bytes);
      ranges.push_back(run);
      last = position;
    }
    ranges.emplace_back(match.begin()->second.first, match.rbegin()->second.second);
  }
  return ranges;
}

}  // namespace imr

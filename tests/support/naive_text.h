// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/standing_text.h"
#include "analyzers/token.h"
#include "searcher/query_tree.h"

namespace imr {

// Words in texts, found by looking at every token. Terms are numbered, so that looking is quick.

struct NaiveToken {
  std::uint32_t position = 0;
  int term = 0;
  TermKind kind = TermKind::surface;
  std::size_t begin = 0;
  std::size_t end = 0;
};
struct NaiveText {
  std::vector<NaiveToken> tokens;
  std::map<std::string, std::set<std::uint32_t>> marks;  // positions by name
};

NaiveText read_naively(std::string_view text, const StandingText& standing = {});

// What a part of a query looks for within one text. A place takes any of its terms.
struct Sought {
  enum class Arrangement : std::uint8_t {
    adjacent,      // the places one after the other
    shuffled,      // the same in any order
    either,        // any of the sides
    near,          // the two sides, at most so many words apart
    near_ordered,  // the first of them first
    one_sentence,  // the two sides between the same two marks
    one_paragraph,
    asserted  // the one side, where this is said of its first word
  };
  struct Place {
    std::vector<bool> surfaces = {};  // by the numbers of terms
    std::vector<bool> stems = {};
    std::vector<bool> meanings = {};
  };
  std::vector<Place> places = {};
  std::vector<Sought> sides = {};
  Arrangement arrangement = Arrangement::adjacent;
  unsigned distance = 0;
  std::string assertion = {};
  std::optional<Place> whole = {};  // a compound that must begin at the first place
};

// Of a word, exact word, pattern, phrase, nearness or finding; none if it holds nothing to look for. Patterns
// stand for the terms of the texts read so far.
std::optional<Sought> sought_in(const QueryNode& node);

// A concept or segment of this name.
Sought meaning_sought(const std::string& name);

bool is_found(const NaiveText& text, const Sought& sought);

// The bytes of what was looked for in each match; neighbours also together.
std::vector<std::pair<std::size_t, std::size_t>> matched_bytes(const NaiveText& text, const Sought& sought);

}  // namespace imr

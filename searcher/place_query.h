// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace imr {

// A condition on where words stand in one field of one issue. A value.
//
// Tokens are named as the index names what stands at a position: a surface term as it is, a meaning and a
// mark as schema.h writes them.
struct PlaceQuery {
  enum class Kind : std::uint8_t {
    words,     // any of `tokens`
    sequence,  // the parts one after the other
    shuffled,  // the parts one after the other in any order
    near,      // two parts, `distance` words apart at most, the first of them first if `ordered`
    together,  // two parts between the same two of `marks`: in one sentence, in one paragraph
    any_of,    // the places of all parts
    marked,    // the places of the one part that begin at one of `marks`
    unmarked   // those that do not
  };
  Kind kind = Kind::words;
  std::vector<std::string> tokens = {};
  std::vector<PlaceQuery> parts = {};
  std::vector<std::string> marks = {};
  unsigned distance = 0;
  bool ordered = false;
};

using Position = std::uint32_t;

// A match: the positions it covers, and those of the words in it.
struct PlaceMatch {
  Position first = 0;
  Position last = 0;
  std::vector<Position> words = {};
};

// Ascending positions of a token in the text that is looked at.
using PositionsOf = std::function<const std::vector<Position>&(const std::string& token)>;

// All matches in a text, in order of their first position; one for each stretch of positions.
std::vector<PlaceMatch> place_matches(const PlaceQuery& query, const PositionsOf& positions_of);

// One of several tokens, a sequence of places, and the like.
PlaceQuery any_token(std::vector<std::string> tokens);
PlaceQuery in_sequence(std::vector<PlaceQuery> parts);  // the one part itself if there is no other
PlaceQuery any_place(std::vector<PlaceQuery> parts);    // the same

}  // namespace imr

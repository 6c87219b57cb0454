// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "schema/schema.h"
#include "searcher/open_segments.h"
#include "searcher/query_words.h"

namespace imr {

// One place in a phrase or nearness: any of these surface terms. `stems` are those that count for ranking.
struct TextSlot {
  std::vector<std::string> surfaces;
  std::vector<std::string> stems;
  bool stop_word = false;
};

// Builds the parts of a query that look for words in text fields. Fields and positions are kept for surface
// terms, ranking for stems of all searched fields together; so a phrase, or a word in one field, is found by
// surface terms and ranked as its words would be, and words in fields that are not searched by default do not
// rank.
class TextQueries {
 public:
  explicit TextQueries(const OpenSegments& segments) : segments_(segments) {}

  // A word by its stem. Null field: in any of the searched fields.
  Xapian::Query word(const Field* field, const QueryWord& word) const;
  // Slots one after the other.
  Xapian::Query phrase(const Field* field, const std::vector<TextSlot>& slots) const;
  // Slots within so many positions of each other in one field, in order or in any.
  Xapian::Query within(const Field* field, const std::vector<TextSlot>& slots, unsigned window,
                       bool ordered) const;

  // A word as any surface term of its stem, and as this very term.
  TextSlot stemmed(const QueryWord& word) const;
  static TextSlot exact(const QueryWord& word);

  // The fields that a condition on `field` looks into.
  static std::vector<std::string> scope(const Field* field);

 private:
  const OpenSegments& segments_;
};

}  // namespace imr

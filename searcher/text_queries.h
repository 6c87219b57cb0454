// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "schema/schema.h"
#include "searcher/deadline.h"
#include "searcher/open_segments.h"
#include "searcher/place_query.h"
#include "searcher/query_words.h"

namespace imr {

// Words in a text: where they stand, and what of them ranks.
struct TextWords {
  PlaceQuery places;
  struct Ranking {
    std::vector<std::string> stems;  // of which any counts
    bool stop_word = false;
  };
  std::vector<Ranking> ranking = {};
};

// Builds the parts of a query that look for words in text fields. The index ranks by stems of all searched
// fields together; a phrase, or a word in one field, is looked for in the texts of the issues that have its
// stems, and ranked as its words would be. Words in fields that are not searched by default do not rank.
class TextQueries {
 public:
  TextQueries(const OpenSegments& segments, Deadline& deadline) : segments_(segments), deadline_(deadline) {}

  // A word by its stem. Null field: in any of the searched fields.
  Xapian::Query word(const Field* field, const QueryWord& word) const;
  // Words as they stand in one of the fields.
  Xapian::Query placed(const Field* field, const TextWords& words) const;

  // A word as any surface term of its stem, and as this very term.
  TextWords stemmed(const QueryWord& word) const;
  static TextWords exact(const QueryWord& word);
  // Words one after the other, or with only the order left open.
  static TextWords joined(std::vector<TextWords> words, PlaceQuery::Kind kind);

  // The fields that a condition on `field` looks into.
  static std::vector<std::string> scope(const Field* field);

 private:
  Xapian::Query found(const Field* field, const PlaceQuery& places) const;

  const OpenSegments& segments_;
  Deadline& deadline_;
};

}  // namespace imr

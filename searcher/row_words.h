// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/place_query.h"
#include "storage/segment.h"

namespace imr {

// Looks into the texts of a segment's issues, one after the other, whether words stand as a query asks. The
// segment and the query must outlive it.
class RowWords {
 public:
  // `fields`: text fields; any of them will do.
  RowWords(const Segment& segment, const PlaceQuery& query, std::span<const std::string> fields);

  bool holds(Row row);

 private:
  // A word that is asked for: where it stands in the text that is looked at, and, where the query is words
  // one after the other, of which of these it is any (a bit each).
  struct Wanted {
    WordNumber word = 0;
    std::vector<Position>* positions = nullptr;
    std::uint64_t parts = 0;
  };

  void note_tokens(const PlaceQuery& query);
  void note_sequence();
  Wanted& slot_of(WordNumber word);
  bool holds_text(std::string_view text);
  bool holds_sequence(std::string_view text);
  bool may_hold(const PlaceQuery& query) const;

  const Segment& segment_;
  const PlaceQuery& query_;
  std::vector<std::size_t> fields_;  // their places among text_fields(), those of the letter last
  std::map<std::string, std::vector<Position>, std::less<>> positions_;  // of the tokens asked for
  std::array<bool, 1024> may_be_wanted_ = {};  // by the last bits of words: most words are none of them
  std::vector<Wanted> slots_;                  // open addressing by word; 0 is free
  std::size_t sequence_ = 0;  // how many words one after the other are asked for; 0: something else
  PositionsOf positions_of_;
  LetterOrdinal letter_ = UINT32_MAX;  // the last one whose own texts were looked into
  bool in_letter_ = false;
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
  void note_tokens(const PlaceQuery& query);
  std::vector<Position>* wanted(WordNumber word);
  bool holds_text(std::string_view text);
  bool may_hold(const PlaceQuery& query) const;

  const Segment& segment_;
  const PlaceQuery& query_;
  std::vector<std::size_t> fields_;  // their places among text_fields(), those of the letter last
  std::map<std::string, std::vector<Position>, std::less<>> positions_;  // of the tokens asked for
  // Open addressing from words to their positions; 0 is free.
  std::vector<std::pair<WordNumber, std::vector<Position>*>> slots_;
  PositionsOf positions_of_;
  LetterOrdinal letter_ = UINT32_MAX;  // the last one whose own texts were looked into
  bool in_letter_ = false;
};

}  // namespace imr

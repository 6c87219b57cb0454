// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/row_words.h"

#include <algorithm>
#include <bit>

namespace imr {

namespace {

bool is_of_letter(std::size_t field) { return text_fields()[field].level == FieldLevel::letter; }

}  // namespace

RowWords::RowWords(const Segment& segment, const PlaceQuery& query, std::span<const std::string> fields)
    : segment_(segment), query_(query) {
  for (const std::string& field : fields) fields_.push_back(text_field_number(*find_field(field)));
  std::ranges::stable_partition(fields_, [](std::size_t field) { return !is_of_letter(field); });
  note_tokens(query);
  slots_.resize(std::bit_ceil(positions_.size() * 2 + 2), {0, nullptr});
  for (auto& [token, positions] : positions_) {
    const WordNumber word = segment.words().find(token);
    if (word == 0) continue;
    std::size_t slot = word & (slots_.size() - 1);
    while (slots_[slot].first != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = {word, &positions};
  }
  positions_of_ = [this](const std::string& token) -> const auto& { return positions_.find(token)->second; };
}

void RowWords::note_tokens(const PlaceQuery& query) {
  for (const std::string& token : query.tokens) positions_.try_emplace(token);
  for (const std::string& mark : query.marks) positions_.try_emplace(mark);
  for (const PlaceQuery& part : query.parts) note_tokens(part);
}

std::vector<Position>* RowWords::wanted(WordNumber word) {
  std::size_t slot = word & (slots_.size() - 1);
  while (slots_[slot].first != 0 && slots_[slot].first != word) slot = (slot + 1) & (slots_.size() - 1);
  return slots_[slot].second;
}

// Whether the words are there at all, wherever they stand.
bool RowWords::may_hold(const PlaceQuery& query) const {
  using enum PlaceQuery::Kind;
  if (query.kind == words) {
    return std::ranges::any_of(query.tokens,
                               [&](const auto& token) { return !positions_of_(token).empty(); });
  }
  const auto part_may = [&](const PlaceQuery& part) { return may_hold(part); };
  if (query.kind == any_of) return std::ranges::any_of(query.parts, part_may);
  if (query.kind == marked &&
      std::ranges::all_of(query.marks, [&](const auto& mark) { return positions_of_(mark).empty(); })) {
    return false;
  }
  return std::ranges::all_of(query.parts, part_may);
}

bool RowWords::holds_text(std::string_view text) {
  if (text.empty()) return false;
  for (auto& [token, positions] : positions_) positions.clear();
  for_each_word(text, [&](std::uint32_t position, WordNumber word) {
    if (auto* positions = wanted(word)) positions->push_back(position);
  });
  return may_hold(query_) && !place_matches(query_, positions_of_).empty();
}

bool RowWords::holds(Row row) {
  const LetterOrdinal letter = segment_.columns().letter_of(row);
  const WordStore::Texts texts = segment_.texts(row);
  const bool letter_known = letter == letter_;
  if (letter_known && in_letter_) return true;
  for (const std::size_t field : fields_) {
    if (is_of_letter(field)) {
      if (letter_known) break;  // nothing of the letter's own
      letter_ = letter;
      in_letter_ = std::ranges::any_of(
          fields_, [&](std::size_t own) { return is_of_letter(own) && holds_text(texts[own]); });
      return in_letter_;
    }
    if (holds_text(texts[field])) return true;
  }
  return false;
}

}  // namespace imr

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
  slots_.resize(std::bit_ceil(positions_.size() * 2 + 2));
  for (auto& [token, positions] : positions_) {
    const WordNumber word = segment.words().find(token);
    if (word == 0) continue;
    slot_of(word) = {word, &positions, 0};
    may_be_wanted_[word % may_be_wanted_.size()] = true;
  }
  note_sequence();
  positions_of_ = [this](const std::string& token) -> const auto& { return positions_.find(token)->second; };
}

void RowWords::note_tokens(const PlaceQuery& query) {
  for (const std::string& token : query.tokens) positions_.try_emplace(token);
  for (const std::string& mark : query.marks) positions_.try_emplace(mark);
  for (const PlaceQuery& part : query.parts) note_tokens(part);
}

// Most queries are one word or words one after the other, which can be told while reading.
void RowWords::note_sequence() {
  const auto is_words = [](const PlaceQuery& part) { return part.kind == PlaceQuery::Kind::words; };
  const bool sequence = query_.kind == PlaceQuery::Kind::sequence && query_.parts.size() <= 64 &&
                        std::ranges::all_of(query_.parts, is_words);
  if (!sequence && !is_words(query_)) return;
  const std::span<const PlaceQuery> parts = sequence ? std::span(query_.parts) : std::span(&query_, 1);
  sequence_ = parts.size();
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (const std::string& token : parts[part].tokens) {
      const WordNumber word = segment_.words().find(token);
      if (word != 0) slot_of(word).parts |= std::uint64_t{1} << part;
    }
  }
}

// Where the word is, or the free slot where it belongs.
RowWords::Wanted& RowWords::slot_of(WordNumber word) {
  std::size_t slot = word & (slots_.size() - 1);
  while (slots_[slot].word != 0 && slots_[slot].word != word) slot = (slot + 1) & (slots_.size() - 1);
  return slots_[slot];
}

// Bit i of the state: the first i + 1 words stand one after the other, up to here (Baeza-Yates and Gonnet,
// "A new approach to text searching", 1992).
bool RowWords::holds_sequence(std::string_view text) {
  std::uint64_t state = 0;
  std::uint64_t here = 0;
  std::uint32_t at = 0;
  bool found = false;
  const auto close = [&](std::uint32_t next) {
    state = ((state << 1) | 1) & here;
    found = found || (state >> (sequence_ - 1) & 1) != 0;
    if (next != at + 1) state = 0;
    at = next;
    here = 0;
  };
  for_each_word(text, [&](std::uint32_t position, WordNumber word) {
    if (!may_be_wanted_[word % may_be_wanted_.size()]) return;
    const std::uint64_t parts = slot_of(word).parts;
    if (parts == 0) return;
    if (position != at) close(position);
    here |= parts;
  });
  close(at + 1);
  return found;
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
  if (sequence_ > 0) return holds_sequence(text);
  for (auto& [token, positions] : positions_) positions.clear();
  for_each_word(text, [&](std::uint32_t position, WordNumber word) {
    if (!may_be_wanted_[word % may_be_wanted_.size()]) return;
    if (auto* positions = slot_of(word).positions) positions->push_back(position);
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

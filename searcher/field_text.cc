// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/field_text.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "searcher/placed_tokens.h"

namespace imr {

namespace {

constexpr Position kValueGap = 100;  // as in the index, so that no phrase reaches from value to value

}  // namespace

FieldText::FieldText(std::string field, const std::vector<std::string>& values) : field_(std::move(field)) {
  for (const std::string& value : values) add(value, tokens_of(prose_analyzer(), value));
}

FieldText::FieldText(std::string field, const std::string& rationale, std::span<const Position> recurring)
    : field_(std::move(field)) {
  const std::vector<Token> tokens = tokens_of(prose_analyzer(), rationale);
  standing_ = standing_text(rationale, tokens, recurring);
  add(rationale, tokens);
}

void FieldText::add(const std::string& value, std::span<const Token> tokens) {
  if (!text_.empty()) text_ += "; ";
  const std::size_t offset = text_.size();
  text_ += value;
  Position last = base_;
  for (const PlacedToken& token : placed_tokens(value, tokens, standing_)) {
    last = base_ + token.position;
    positions_[token.name].push_back(last);
    if (token.end > token.begin)
      at_[last].emplace_back(token.name, Range{offset + token.begin, offset + token.end});
  }
  base_ = last + kValueGap;
}

const std::vector<Position>& FieldText::positions(const std::string& token) const {
  static const std::vector<Position> none;
  const auto found = positions_.find(token);
  return found == positions_.end() ? none : found->second;
}

FieldText::Tokens FieldText::tokens_in(const PlaceQuery& query) {
  Tokens tokens(query.tokens.begin(), query.tokens.end());
  for (const PlaceQuery& part : query.parts) tokens.merge(tokens_in(part));
  return tokens;
}

FieldText::Range FieldText::longest_at(Position position, const Tokens& tokens) const {
  Range range{0, 0};
  for (const auto& [token, bytes] : at_.at(position)) {
    if (tokens.contains(token) && bytes.second > range.second) range = bytes;
  }
  return range;
}

FieldText::Match FieldText::bytes_of(const PlaceMatch& match, const Tokens& tokens) const {
  Match found{{std::string::npos, 0}, {}};
  for (std::size_t i = 0; i < match.words.size(); ++i) {
    const Range range = longest_at(match.words[i], tokens);
    found.whole = {std::min(found.whole.first, range.first), std::max(found.whole.second, range.second)};
    if (i > 0 && match.words[i - 1] + 1 == match.words[i]) {
      found.words.back().second = std::max(found.words.back().second, range.second);
    } else {
      found.words.push_back(range);
    }
  }
  return found;
}

std::vector<FieldText::Match> FieldText::matches(const Clause& clause) const {
  std::vector<Match> found;
  if (std::ranges::find(clause.fields, field_) == clause.fields.end()) return found;
  const PositionsOf positions_of = [this](const std::string& token) -> const auto& {
    return positions(token);
  };
  const Tokens tokens = tokens_in(clause.places);
  for (const PlaceMatch& match : place_matches(clause.places, positions_of)) {
    found.push_back(bytes_of(match, tokens));
  }
  return found;
}

}  // namespace imr

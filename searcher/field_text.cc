// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/field_text.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/text_marks.h"
#include "schema/schema.h"

namespace imr {

namespace {

constexpr Position kValueGap = 100;  // as in the index, so that no phrase reaches from value to value

// The marks that a condition asks for; a compound may be one.
void add_marks(const PlaceQuery& query, FieldText::Tokens& tokens) {
  tokens.insert(query.marks.begin(), query.marks.end());
  for (const PlaceQuery& part : query.parts) add_marks(part, tokens);
}

}  // namespace

FieldText::FieldText(std::string field, const std::vector<std::string>& values, const Tokens& wanted)
    : field_(std::move(field)) {
  for (const std::string& value : values) add(value, imr::tokens_of(prose_analyzer(), value), wanted);
}

FieldText::FieldText(std::string field, const std::string& rationale, std::span<const Position> recurring,
                     const Tokens& wanted)
    : field_(std::move(field)) {
  const std::vector<Token> tokens = imr::tokens_of(prose_analyzer(), rationale);
  standing_ = standing_text(rationale, tokens, recurring);
  add(rationale, tokens, wanted);
}

void FieldText::note(std::string_view name, Position position, Range bytes, const Tokens& wanted) {
  const auto known = wanted.find(name);
  if (known == wanted.end()) return;
  positions_[*known].push_back(position);
  if (bytes.second > bytes.first) at_[position].emplace_back(*known, bytes);
}

void FieldText::add(const std::string& value, std::span<const Token> tokens, const Tokens& wanted) {
  if (!text_.empty()) text_ += "; ";
  const std::size_t offset = text_.size();
  text_ += value;
  std::string meaning;
  for (const Token& token : tokens) {
    if (token.kind == TermKind::stem) continue;
    if (token.kind == TermKind::meaning) meaning = meaning_token(token.term);
    note(token.kind == TermKind::meaning ? meaning : token.term, base_ + token.position,
         {offset + token.begin, offset + token.end}, wanted);
  }
  // Marks come first in byte order.
  if (!wanted.empty() && wanted.begin()->starts_with('!')) {
    for (const TextMark& mark : text_marks(value, tokens, standing_)) {
      note(mark_token(mark.name), base_ + mark.position, {0, 0}, wanted);
    }
  }
  base_ += (tokens.empty() ? 0 : tokens.back().position) + kValueGap;
}

FieldText::Tokens FieldText::tokens_of_clauses(const std::vector<Clause>& clauses) {
  Tokens tokens;
  for (const Clause& clause : clauses) {
    tokens.merge(tokens_in(clause.places));
    add_marks(clause.places, tokens);
    tokens.merge(tokens_of_clauses(clause.otherwise));
  }
  return tokens;
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

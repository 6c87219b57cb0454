// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/standing_text.h"
#include "searcher/clause.h"
#include "searcher/place_query.h"

namespace imr {

// A text of an issue, all values of its field side by side, in which clauses are looked for again. It is
// analyzed as the index was; only the tokens that clauses ask for are kept.
class FieldText {
 public:
  using Range = std::pair<std::size_t, std::size_t>;  // bytes of text()
  using Tokens = std::set<std::string, std::less<>>;

  FieldText(std::string field, const std::vector<std::string>& values, const Tokens& wanted);
  // A rationale, with the positions of the sentences that recur.
  FieldText(std::string field, const std::string& rationale, std::span<const Position> recurring,
            const Tokens& wanted);

  // The tokens, marks included, that clauses ask for.
  static Tokens tokens_of_clauses(const std::vector<Clause>& clauses);

  const std::string& field() const { return field_; }
  const std::string& text() const { return text_; }
  const StandingText& standing() const { return standing_; }

  struct Match {
    Range whole;               // from its first word to its last
    std::vector<Range> words;  // what was asked for; neighbours are one range
  };
  // None where the clause does not look into this field.
  std::vector<Match> matches(const Clause& clause) const;

 private:
  static Tokens tokens_in(const PlaceQuery& query);
  const std::vector<Position>& positions(const std::string& token) const;
  Range longest_at(Position position, const Tokens& tokens) const;
  Match bytes_of(const PlaceMatch& match, const Tokens& tokens) const;
  void add(const std::string& value, std::span<const Token> tokens, const Tokens& wanted);
  void note(std::string_view name, Position position, Range bytes, const Tokens& wanted);

  std::string field_;
  std::string text_;
  StandingText standing_;
  Position base_ = 0;
  std::map<std::string, std::vector<Position>, std::less<>> positions_;
  std::map<Position, std::vector<std::pair<std::string, Range>>> at_;
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/text_queries.h"

#include <algorithm>
#include <set>
#include <utility>

#include "searcher/place_rows.h"
#include "searcher/query_part.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

using Xapian::Query;

// What ranks: the words, stop words only where there are no others. It matches nothing by itself where no
// word has a stem, and is never required: compounds and what wildcards stand for may have none.
Query ranking(const TextWords& words) {
  const bool only_stop_words = std::ranges::all_of(words.ranking, &TextWords::Ranking::stop_word);
  std::vector<Query> parts;
  for (const auto& word : words.ranking) {
    if ((word.stop_word && !only_stop_words) || word.stems.empty()) continue;
    std::vector<Query> stems;
    for (const std::string& stem : word.stems) stems.emplace_back(stem_term(stem));
    parts.push_back(stems.size() == 1 ? stems.front() : Query(Query::OP_SYNONYM, stems.begin(), stems.end()));
  }
  return Query(Query::OP_OR, parts.begin(), parts.end());
}

}  // namespace

std::vector<std::string> TextQueries::scope(const Field* field) {
  if (field && field->kind == FieldKind::text) return {std::string(field->name)};
  std::vector<std::string> names;
  for (const SearchedField& searched : searched_fields()) names.emplace_back(searched.name);
  return names;
}

Query TextQueries::word(const Field* field, const QueryWord& word) const {
  if (!field) return Query(stem_term(word.stem));
  return placed(field, stemmed(word));
}

// Words that are all there is of their stems are found by these; others are looked for in the texts.
Query TextQueries::found(const Field* field, const PlaceQuery& places) const {
  const Field* text_field = field && field->kind == FieldKind::text ? field : nullptr;
  if (places.kind != PlaceQuery::Kind::words || (text_field && !has_stem_terms(*text_field))) {
    return place_source(segments_, places, scope(field), 0, deadline_);
  }
  const std::set<std::string> wanted(places.tokens.begin(), places.tokens.end());
  std::set<std::string> stems;
  PlaceQuery others;
  for (const std::string& token : places.tokens) {
    const auto of_token = is_word_token(token) ? stems_of_surface(segments_, token) : std::vector{token};
    const bool whole = !of_token.empty() && std::ranges::all_of(of_token, [&](const std::string& stem) {
      return !is_word_token(token) ||
             std::ranges::all_of(surfaces_of_stem(segments_, stem), [&](const auto& s) {
               return wanted.contains(s) || issues_with(segments_, text_field, s) == 0;
             });
    });
    if (whole) {
      stems.insert(of_token.begin(), of_token.end());
    } else {
      others.tokens.push_back(token);
    }
  }
  std::vector<Query> alternatives;
  for (const std::string& stem : stems) {
    alternatives.emplace_back(text_field ? field_stem_term(*text_field, stem) : stem_term(stem));
  }
  if (!others.tokens.empty())
    alternatives.push_back(place_source(segments_, others, scope(field), 0, deadline_));
  return Query(Query::OP_OR, alternatives.begin(), alternatives.end());
}

Query TextQueries::placed(const Field* field, const TextWords& words) const {
  const Query query = unranked(segments_, found(field, words.places));
  if (field && field->kind == FieldKind::text && !is_searched(*field)) return query;
  return Query(Query::OP_AND_MAYBE, query, ranking(words));
}

TextWords TextQueries::stemmed(const QueryWord& word) const {
  return {any_token(surfaces_of_stem(segments_, word.stem)), {{{word.stem}, word.stop_word}}};
}

TextWords TextQueries::exact(const QueryWord& word) {
  return {any_token({word.surface}), {{{word.stem}, word.stop_word}}};
}

TextWords TextQueries::joined(std::vector<TextWords> words, PlaceQuery::Kind kind) {
  if (words.size() == 1) return std::move(words.front());
  TextWords all{{.kind = kind}, {}};
  for (TextWords& one : words) {
    all.places.parts.push_back(std::move(one.places));
    for (auto& ranking : one.ranking) all.ranking.push_back(std::move(ranking));
  }
  return all;
}

}  // namespace imr

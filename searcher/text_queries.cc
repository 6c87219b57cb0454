// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/text_queries.h"

#include <algorithm>
#include <utility>

#include "searcher/place_rows.h"
#include "searcher/query_part.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

using Xapian::Query;

bool is_searched(const Field* field) {
  return !field ||
         std::ranges::any_of(searched_fields(), [&](const auto& s) { return s.name == field->name; });
}

Query any_token_in(const Field& field, const std::vector<std::string>& tokens) {
  std::vector<Query> terms;
  for (const std::string& token : tokens) terms.emplace_back(surface_term(field, token));
  return terms.size() == 1 ? terms.front() : Query(Query::OP_OR, terms.begin(), terms.end());
}

bool is_sequence_of_words(const PlaceQuery& places) {
  return places.kind == PlaceQuery::Kind::sequence &&
         std::ranges::all_of(places.parts, [](const PlaceQuery& part) {
           return part.kind == PlaceQuery::Kind::words && !part.tokens.empty();
         });
}

// What Xapian finds by itself: words, and words one after the other.
Query in_field(const Field& field, const PlaceQuery& places) {
  if (places.kind == PlaceQuery::Kind::words) return any_token_in(field, places.tokens);
  std::vector<Query> parts;
  for (const PlaceQuery& part : places.parts) parts.push_back(any_token_in(field, part.tokens));
  return Query(Query::OP_PHRASE, parts.begin(), parts.end(), static_cast<Xapian::termcount>(parts.size()));
}

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

Query TextQueries::placed(const Field* field, const TextWords& words) const {
  const auto fields = scope(field);
  Query found;
  if (words.places.kind == PlaceQuery::Kind::words || is_sequence_of_words(words.places)) {
    std::vector<Query> alternatives;
    for (const std::string& name : fields) alternatives.push_back(in_field(*find_field(name), words.places));
    found = alternatives.size() == 1 ? alternatives.front()
                                     : Query(Query::OP_OR, alternatives.begin(), alternatives.end());
  } else {
    found = place_source(segments_, words.places, fields, 0, deadline_);
  }
  if (!is_searched(field) && field->kind == FieldKind::text) return unranked(found);
  return Query(Query::OP_AND_MAYBE, unranked(found), ranking(words));
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

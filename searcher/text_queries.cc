// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/text_queries.h"

#include <algorithm>

#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

using Xapian::Query;

bool is_searched(const Field* field) {
  return !field ||
         std::ranges::any_of(searched_fields(), [&](const auto& s) { return s.name == field->name; });
}

Query unranked(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

Query any_surface(const Field& field, const TextSlot& slot) {
  std::vector<Query> terms;
  for (const std::string& surface : slot.surfaces) terms.emplace_back(surface_term(field, surface));
  return terms.size() == 1 ? terms.front() : Query(Query::OP_OR, terms.begin(), terms.end());
}

bool share_a_word(const TextSlot& a, const TextSlot& b) {
  return std::ranges::find_first_of(a.surfaces, b.surfaces) != a.surfaces.end();
}

Query in_field(const Field& field, const std::vector<TextSlot>& slots, unsigned window, bool ordered) {
  if (slots.size() == 1) return any_surface(field, slots.front());
  // Xapian's NEAR passes over matches where a word could stand on either side.
  if (!ordered && slots.size() == 2 && share_a_word(slots[0], slots[1])) {
    return Query(Query::OP_OR, in_field(field, slots, window, true),
                 in_field(field, {slots[1], slots[0]}, window, true));
  }
  std::vector<Query> parts;
  for (const TextSlot& slot : slots) parts.push_back(any_surface(field, slot));
  const auto op = ordered ? Query::OP_PHRASE : Query::OP_NEAR;
  return Query(op, parts.begin(), parts.end(), window);
}

// What ranks: the words of all slots, stop words only where there are no others. It matches nothing by
// itself where no slot has a stem, and is never required: compounds and what wildcards stand for may have
// none.
Query ranking(const std::vector<TextSlot>& slots) {
  const bool only_stop_words = std::ranges::all_of(slots, &TextSlot::stop_word);
  std::vector<Query> parts;
  for (const TextSlot& slot : slots) {
    if ((slot.stop_word && !only_stop_words) || slot.stems.empty()) continue;
    std::vector<Query> stems;
    for (const std::string& stem : slot.stems) stems.emplace_back(stem_term(stem));
    parts.push_back(stems.size() == 1 ? stems.front() : Query(Query::OP_SYNONYM, stems.begin(), stems.end()));
  }
  return Query(Query::OP_OR, parts.begin(), parts.end());
}

}  // namespace

std::vector<std::string> TextQueries::scope(const Field* field) {
  if (field) return {std::string(field->name)};
  std::vector<std::string> names;
  for (const SearchedField& searched : searched_fields()) names.emplace_back(searched.name);
  return names;
}

Query TextQueries::word(const Field* field, const QueryWord& word) const {
  if (!field) return Query(stem_term(word.stem));
  return within(field, {stemmed(word)}, 1, true);
}

Query TextQueries::phrase(const Field* field, const std::vector<TextSlot>& slots) const {
  return within(field, slots, static_cast<unsigned>(slots.size()), true);
}

Query TextQueries::within(const Field* field, const std::vector<TextSlot>& slots, unsigned window,
                          bool ordered) const {
  std::vector<Query> alternatives;
  for (const std::string& name : scope(field)) {
    alternatives.push_back(in_field(*find_field(name), slots, window, ordered));
  }
  const Query found = alternatives.size() == 1
                          ? alternatives.front()
                          : Query(Query::OP_OR, alternatives.begin(), alternatives.end());
  if (!is_searched(field)) return unranked(found);
  return Query(Query::OP_AND_MAYBE, unranked(found), ranking(slots));
}

TextSlot TextQueries::stemmed(const QueryWord& word) const {
  return {surfaces_of_stem(segments_, word.stem), {word.stem}, word.stop_word};
}

TextSlot TextQueries::exact(const QueryWord& word) { return {{word.surface}, {word.stem}, word.stop_word}; }

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/word_parts.h"

#include <algorithm>
#include <utility>

#include "analyzers/folding.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

using Xapian::Query;

namespace {

// Terms that a wildcard may stand for; more make an error rather than a silent cut.
constexpr std::size_t kMaxExpansion = 1000;

// A word that would read as an operator is shown in quotes.
std::string said_word(const std::string& word) {
  const bool as_operator =
      word == "AND" || word == "OR" || word == "NOT" || word.find_first_of(" ()\"") != std::string::npos;
  return as_operator ? quoted(word) : word;
}

Query compound_terms(const Field* field, const std::string& compound) {
  std::vector<Query> terms;
  for (const std::string& name : TextQueries::scope(field)) {
    terms.emplace_back(surface_term(*find_field(name), compound));
  }
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

std::string side_text(const QueryNode& node) {
  return node.kind == QueryKind::any_of ? "(" + print_query(node) + ")" : print_query(node);
}

}  // namespace

std::optional<QueryPart> WordParts::build(const QueryNode& node, const Field* field) {
  switch (node.kind) {
    case QueryKind::word:
      return word(node, field);
    case QueryKind::exact:
      return exact(node, field);
    case QueryKind::wildcard:
      return wildcard(node, field);
    case QueryKind::phrase:
      return phrase(node, field);
    case QueryKind::near:
      return near(node, field);
    case QueryKind::range:
      throw not_supported(node, "a range belongs to a number or date field");
    default:
      throw not_supported(node, "/s and /p are not available in this version");
  }
}

// ---- words ----

void WordParts::note_clause(const std::string& label, const Field* field, std::vector<Slot> slots,
                            bool any_order) {
  if (build_.negations > 0) return;
  std::string name = label;
  for (const std::string& field_name : TextQueries::scope(field)) name += '\0' + field_name;
  if (!build_.clauses_noted.insert(std::move(name)).second) return;
  build_.out.clauses.push_back({label, TextQueries::scope(field), std::move(slots), any_order});
}

void WordParts::note_ranking(const Field* field) {
  const auto scope = TextQueries::scope(nullptr);
  if (build_.negations == 0 && (!field || std::ranges::find(scope, field->name) != scope.end()))
    build_.out.ranked = true;
}

std::optional<QueryPart> WordParts::nothing_in(const QueryNode& node) {
  build_.out.warnings.push_back(quoted(node.text) + " holds nothing to search for and is ignored");
  return std::nullopt;
}

std::optional<QueryPart> WordParts::word(const QueryNode& node, const Field* field) {
  const QueryWords words = analyze_words(node.text);
  if (words.words.empty()) return nothing_in(node);
  note_ranking(field);
  std::vector<Slot> slots;
  for (const QueryWord& word : words.words) slots.push_back({TermKind::stem, {word.stem}});
  note_clause(node.text, field, std::move(slots), words.any_order);
  if (words.words.size() == 1) return QueryPart{texts_.word(field, words.words[0]), said_word(node.text)};
  std::vector<TextSlot> places;
  for (const QueryWord& word : words.words) places.push_back(texts_.stemmed(word));
  const auto window = static_cast<unsigned>(places.size());
  return QueryPart{texts_.within(field, places, window, !words.any_order), said_word(node.text)};
}

std::optional<QueryPart> WordParts::exact(const QueryNode& node, const Field* field) {
  const QueryWords words = analyze_words(node.text);
  if (words.words.empty()) return nothing_in(node);
  return QueryPart{exact_sequence(node, field, words), "=" + node.text};
}

std::optional<QueryPart> WordParts::phrase(const QueryNode& node, const Field* field) {
  const QueryWords words = analyze_words(node.text);
  if (words.words.empty()) return nothing_in(node);
  return QueryPart{exact_sequence(node, field, words), quoted(node.text)};
}

Query WordParts::exact_sequence(const QueryNode& node, const Field* field, const QueryWords& words) {
  note_ranking(field);
  std::vector<Slot> slots;
  std::vector<TextSlot> places;
  for (const QueryWord& word : words.words) {
    slots.push_back({TermKind::surface, {word.surface}});
    places.push_back(TextQueries::exact(word));
  }
  note_clause(node.text, field, std::move(slots));
  const Query query = texts_.phrase(field, places);
  return words.compound.empty() ? query
                                : Query(Query::OP_FILTER, query, compound_terms(field, words.compound));
}

TextSlot WordParts::wildcard_slot(const QueryNode& node, const Field* field) {
  TextSlot slot;
  slot.surfaces =
      matching_surfaces(build_.segments, TextQueries::scope(field), fold(node.text), kMaxExpansion);
  if (slot.surfaces.size() > kMaxExpansion) {
    throw QueryError("too_many_expansions",
                     quoted(node.text) + " stands for more than " + std::to_string(kMaxExpansion) + " words",
                     node.begin, "write more of the word");
  }
  for (const std::string& surface : slot.surfaces) {
    const QueryWords words = analyze_words(surface);
    if (words.words.size() == 1) slot.stems.push_back(words.words[0].stem);
  }
  std::ranges::sort(slot.stems);
  slot.stems.erase(std::unique(slot.stems.begin(), slot.stems.end()), slot.stems.end());
  if (build_.negations == 0) build_.out.expansions.push_back({node.text, slot.surfaces, "wildcard"});
  return slot;
}

std::optional<QueryPart> WordParts::wildcard(const QueryNode& node, const Field* field) {
  const TextSlot slot = wildcard_slot(node, field);
  if (slot.surfaces.empty()) return QueryPart{Query::MatchNothing, node.text};
  note_clause(node.text, field, {{TermKind::surface, slot.surfaces}});
  // Compounds among the surfaces have no stem of their own, so ranking may not be required here.
  std::vector<Query> found;
  for (const std::string& name : TextQueries::scope(field)) {
    for (const std::string& surface : slot.surfaces)
      found.emplace_back(surface_term(*find_field(name), surface));
  }
  Query query = unranked(Query(Query::OP_OR, found.begin(), found.end()));
  if (!slot.stems.empty()) {
    note_ranking(field);
    std::vector<Query> stems;
    for (const std::string& stem : slot.stems) stems.emplace_back(stem_term(stem));
    query = Query(Query::OP_AND_MAYBE, query, Query(Query::OP_SYNONYM, stems.begin(), stems.end()));
  }
  return QueryPart{query, node.text};
}

// ---- nearness ----

std::optional<QueryPart> WordParts::near(const QueryNode& node, const Field* field) {
  const std::vector<TextSlot> places = {near_slot(node.children[0], field),
                                        near_slot(node.children[1], field)};
  const std::string op = (node.ordered ? "pre/" : "w/") + std::to_string(node.distance);
  const std::string text = side_text(node.children[0]) + " " + op + " " + side_text(node.children[1]);
  if (places[0].surfaces.empty() || places[1].surfaces.empty()) return QueryPart{Query::MatchNothing, text};
  note_ranking(field);
  return QueryPart{texts_.within(field, places, node.distance + 1, node.ordered), text};
}

TextSlot WordParts::near_slot(const QueryNode& node, const Field* field) {
  if (node.kind == QueryKind::wildcard) {
    TextSlot slot = wildcard_slot(node, field);
    note_clause(node.text, field, {{TermKind::surface, slot.surfaces}});
    return slot;
  }
  if (node.kind != QueryKind::any_of) return near_word(node, field);
  TextSlot slot;
  for (const QueryNode& child : node.children) {
    const TextSlot more = near_slot(child, field);
    slot.surfaces.insert(slot.surfaces.end(), more.surfaces.begin(), more.surfaces.end());
    slot.stems.insert(slot.stems.end(), more.stems.begin(), more.stems.end());
  }
  return slot;
}

TextSlot WordParts::near_word(const QueryNode& node, const Field* field) {
  const bool exact = node.kind == QueryKind::exact || node.kind == QueryKind::phrase;
  const QueryWords words = exact || node.kind == QueryKind::word ? analyze_words(node.text) : QueryWords();
  if (!words.compound.empty()) return compound_slot(node, field, words);
  if (words.words.size() != 1) {
    throw not_supported(node, "in this version nearness is between single words or (a OR b) of single words");
  }
  const QueryWord& word = words.words[0];
  note_clause(node.text, field,
              {exact ? Slot{TermKind::surface, {word.surface}} : Slot{TermKind::stem, {word.stem}}});
  return exact ? TextQueries::exact(word) : texts_.stemmed(word);
}

// A compound stands whole at the position of its first part.
TextSlot WordParts::compound_slot(const QueryNode& node, const Field* field, const QueryWords& words) {
  std::vector<Slot> parts;
  for (const QueryWord& word : words.words) parts.push_back({TermKind::surface, {word.surface}});
  note_clause(node.text, field, std::move(parts));
  return {{words.compound}, {}, false};
}

}  // namespace imr

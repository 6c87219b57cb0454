// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/word_parts.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "analyzers/analyzer.h"

namespace imr {

using Xapian::Query;

namespace {

// Of the weight of a concept, what an abbreviation in letters counts that was not read as the concept.
constexpr double kLiteralShare = 0.25;

// A word that would read as an operator is shown in quotes.
std::string said_word(const std::string& word) {
  const bool as_operator =
      word == "AND" || word == "OR" || word == "NOT" || word.find_first_of(" ()\"") != std::string::npos;
  return as_operator ? quoted(word) : word;
}

// Parts of a query by their words. A word said again is no further condition, but weighs as often as it is
// said.
class Repeats {
 public:
  template <class Build>
  void add(const std::string& words, Build build) {
    const auto [at, fresh] = places_.try_emplace(words, parts_.size());
    if (!fresh) {
      if (at->second < parts_.size()) ++times_[at->second];
      return;
    }
    std::optional<QueryPart> part = build();
    if (part) {
      parts_.push_back(std::move(*part));
      times_.push_back(1);
    } else {
      at->second = SIZE_MAX;  // nothing to look for
    }
  }

  std::vector<QueryPart> parts() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (times_[i] > 1) parts_[i].query = Query(Query::OP_SCALE_WEIGHT, parts_[i].query, times_[i]);
    }
    return std::move(parts_);
  }

 private:
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<QueryPart> parts_;
  std::vector<double> times_;
};

}  // namespace

std::optional<QueryPart> WordParts::build(const QueryNode& node, const Field* field) {
  switch (node.kind) {
    case QueryKind::word: {
      std::vector<QueryPart> parts = words({&node, 1}, field, Match::all, true);
      return parts.empty() ? std::nullopt : std::optional(std::move(parts.front()));
    }
    case QueryKind::exact:
    case QueryKind::phrase:
      return field && field->kind == FieldKind::finding ? placed(node, field) : exact(node, field);
    case QueryKind::wildcard:
      return field && field->kind == FieldKind::finding ? placed(node, field) : wildcard(node, field);
    case QueryKind::near:
    case QueryKind::same_sentence:
    case QueryKind::same_paragraph:
      return placed(node, field);
    default:
      throw not_supported(node, quoted(print_query(node)) + ": a range belongs to a number or date field",
                          "such as age:40..59; in quotes it is text");
  }
}

// ---- what is told ----

void WordParts::note_clause(Clause clause) {
  if (build_.negations > 0) return;
  std::string name = clause.label;
  for (const std::string& field_name : clause.fields) name += '\0' + field_name;
  if (build_.clauses_noted.insert(std::move(name)).second) build_.out.clauses.push_back(std::move(clause));
}

void WordParts::note_ranking(const Field* field) {
  const auto scope = TextQueries::scope(nullptr);
  if (build_.negations > 0) return;
  if (!field || field->kind != FieldKind::text || std::ranges::find(scope, field->name) != scope.end())
    build_.out.ranked = true;
}

std::optional<QueryPart> WordParts::nothing_in(const QueryNode& node) {
  build_.out.warnings.push_back(quoted(node.text) + " holds nothing to search for and is ignored");
  return std::nullopt;
}

// ---- words ----

std::vector<QueryPart> WordParts::words(std::span<const QueryNode> run, const Field* field, Match match,
                                        bool keep_stop_words) {
  std::vector<Notion> notions;
  const bool finding = field && field->kind == FieldKind::finding;
  // What is said of one word of a concept may not be said of the next.
  if (build_.expand && !finding) notions = notions_in(run);
  auto next = notions.begin();
  Repeats repeats;
  for (std::size_t i = 0; i < run.size();) {
    if (next != notions.end() && next->first == i) {
      const auto nodes = run.subspan(i, next->count);
      repeats.add(text_of(nodes), [&] { return notion(*next, nodes, field, match); });
      i += next->count;
      ++next;
      continue;
    }
    for (const QueryNode& one : match == Match::any ? words_apart(run[i]) : std::vector{run[i]}) {
      if (!keep_stop_words && is_passed_over(one, match)) continue;
      repeats.add(one.text, [&] { return finding ? placed(one, field) : word(one, field); });
    }
    ++i;
  }
  return repeats.parts();
}

std::optional<QueryPart> WordParts::word(const QueryNode& node, const Field* field) {
  const QueryWords words = analyze_words(node.text);
  if (words.words.empty()) return nothing_in(node);
  note_ranking(field);
  std::vector<TextWords> each;
  for (const QueryWord& word : words.words) each.push_back(texts_.stemmed(word));
  TextWords all = TextQueries::joined(std::move(each), arrangement(words));
  places_.add_joined(words, all);
  note_clause({node.text, TextQueries::scope(field), all.places});
  if (words.words.size() == 1) return QueryPart{texts_.word(field, words.words[0]), said_word(node.text)};
  return QueryPart{texts_.placed(field, all), said_word(node.text)};
}

// The issues that name it, in whatever words.
Query WordParts::noted(const Notion& notion, const Field* field) {
  const std::string token = meaning_token(notion.name);
  return field ? texts_.placed(field, {any_token({token}), {{{token}}}}) : Query(stem_term(token));
}

// A concept under any name, or the words as typed, wherever they stand. Its weight is that of the concept, so
// that "PT" and "physical therapy" rank alike; in best match the words count too, as not all need be there.
std::optional<QueryPart> WordParts::notion(const Notion& notion, std::span<const QueryNode> nodes,
                                           const Field* field, Match match) {
  const std::string typed = text_of(nodes);
  note_expansion(build_, typed, notion.forms, notion.kind);
  std::vector<Clause> before = std::exchange(build_.out.clauses, {});
  auto noted_before = std::exchange(build_.clauses_noted, {});
  std::vector<QueryPart> parts;
  for (const QueryNode& node : nodes) {
    if (nodes.size() > 1 && is_passed_over(node, Match::all)) continue;
    for (const QueryNode& one : match == Match::any ? words_apart(node) : std::vector{node}) {
      if (auto part = word(one, field)) parts.push_back(std::move(*part));
    }
  }
  std::vector<Clause> apart = std::exchange(build_.out.clauses, std::move(before));
  build_.clauses_noted = std::move(noted_before);
  if (parts.empty()) return std::nullopt;
  note_clause({typed, TextQueries::scope(field), any_token({meaning_token(notion.name)}), std::move(apart)});
  const bool any = match == Match::any;
  QueryPart words =
      any ? joined(parts, Query::OP_OR, "OR", Grip::loose) : joined(parts, Query::OP_AND, "AND", Grip::all);
  // Not OP_MAX, which crashes in Xapian 1.4.22 where a segment lacks a term.
  const double share = any ? (parts.size() == 1 ? kLiteralShare : 1.0) : 0.0;
  const Query apart_query =
      share > 0 ? Query(Query::OP_SCALE_WEIGHT, words.query, share) : unranked(build_.segments, words.query);
  words.query = Query(Query::OP_OR, noted(notion, field), apart_query);
  return words;
}

std::optional<QueryPart> WordParts::exact(const QueryNode& node, const Field* field) {
  const QueryWords words = analyze_words(node.text);
  if (words.words.empty()) return nothing_in(node);
  note_ranking(field);
  std::vector<TextWords> each;
  for (const QueryWord& word : words.words) each.push_back(TextQueries::exact(word));
  TextWords all = TextQueries::joined(std::move(each), PlaceQuery::Kind::sequence);
  // A compound stands as a whole where its first part stands.
  if (!words.compound.empty()) {
    all.places = {
        .kind = PlaceQuery::Kind::marked, .parts = {std::move(all.places)}, .marks = {words.compound}};
  }
  note_clause({node.text, TextQueries::scope(field), all.places});
  return QueryPart{texts_.placed(field, all),
                   node.kind == QueryKind::exact ? "=" + node.text : quoted(node.text)};
}

std::optional<QueryPart> WordParts::wildcard(const QueryNode& node, const Field* field) {
  const TextWords words = places_.pattern(node, field);
  if (words.places.tokens.empty()) return QueryPart{Query::MatchNothing, node.text};
  note_clause({node.text, TextQueries::scope(field), words.places});
  if (!words.ranking.front().stems.empty()) note_ranking(field);
  return QueryPart{texts_.placed(field, words), node.text};
}

// ---- places ----

std::optional<QueryPart> WordParts::placed(const QueryNode& node, const Field* field) {
  const bool finding = field && field->kind == FieldKind::finding;
  const auto words = finding ? places_.finding(node, *field) : places_.of(node, field);
  if (!words) return node.kind == QueryKind::word ? nothing_in(node) : std::nullopt;
  note_ranking(field);
  const std::string said = print_query(node);
  const std::string prefix = finding ? std::string(field->name) + ":" : "";
  note_clause({prefix + said, TextQueries::scope(field), words->places});
  return QueryPart{texts_.placed(field, *words), said};
}

// ---- levels ----

QueryPart WordParts::level(const QueryNode& node) {
  const LevelTerms level = PlaceParts::known_level(node);
  std::vector<Query> stems;
  std::vector<std::string> tokens;
  for (const std::string& name : level.names) {
    tokens.push_back(meaning_token(name));
    stems.emplace_back(stem_term(tokens.back()));
  }
  if (level.names.size() > 1) note_expansion(build_, "level:" + node.text, level.shown, "level");
  note_clause({"level:" + node.text, TextQueries::scope(nullptr), any_token(std::move(tokens))});
  note_ranking(nullptr);
  return {Query(Query::OP_SYNONYM, stems.begin(), stems.end()), node.text};
}

}  // namespace imr

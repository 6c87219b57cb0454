// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/word_parts.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/folding.h"
#include "analyzers/text_marks.h"
#include "searcher/level_terms.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

using Xapian::Query;

namespace {

// Terms that a wildcard may stand for; more make an error rather than a silent cut.
constexpr std::size_t kMaxExpansion = 1000;

// Of the weight of a concept, what an abbreviation in letters counts that was not read as the concept.
constexpr double kLiteralShare = 0.25;

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

std::string text_of(std::span<const QueryNode> nodes) {
  std::string text;
  for (const QueryNode& node : nodes) text += (text.empty() ? "" : " ") + node.text;
  return text;
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

PlaceQuery::Kind arrangement(const QueryWords& words) {
  return words.any_order ? PlaceQuery::Kind::shuffled : PlaceQuery::Kind::sequence;
}

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
      throw not_supported(node, "a range belongs to a number or date field");
  }
}

// ---- what is told ----

void WordParts::note_expansion(const std::string& from, const std::vector<std::string>& to,
                               const std::string& kind) {
  if (build_.negations > 0 || to.empty()) return;
  auto& expansions = build_.out.expansions;
  const bool known =
      std::ranges::any_of(expansions, [&](const Expansion& e) { return e.from == from && e.kind == kind; });
  if (!known) expansions.push_back({from, to, kind});
}

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
  add_joined(words, all);
  note_clause({node.text, TextQueries::scope(field), all.places});
  if (words.words.size() == 1) return QueryPart{texts_.word(field, words.words[0]), said_word(node.text)};
  return QueryPart{texts_.placed(field, all), said_word(node.text)};
}

// A hyphenated word is also the word without hyphens: "work-up" and "workup".
void WordParts::add_joined(const QueryWords& words, TextWords& all) {
  if (words.joined.empty()) return;
  const QueryWord joined{words.joined, words.joined, false};
  TextWords whole = texts_.stemmed(joined);
  all.places = any_place({std::move(whole.places), std::move(all.places)});
  all.ranking.push_back(std::move(whole.ranking.front()));
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
  note_expansion(typed, notion.forms, notion.kind);
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
  words.query = Query(Query::OP_OR, noted(notion, field), Query(Query::OP_SCALE_WEIGHT, words.query, share));
  return words;
}

std::optional<QueryPart> WordParts::exact(const QueryNode& node, const Field* field) {
  const QueryWords words = analyze_words(node.text);
  if (words.words.empty()) return nothing_in(node);
  note_ranking(field);
  std::vector<TextWords> each;
  for (const QueryWord& word : words.words) each.push_back(TextQueries::exact(word));
  const TextWords all = TextQueries::joined(std::move(each), PlaceQuery::Kind::sequence);
  note_clause({node.text, TextQueries::scope(field), all.places});
  Query query = texts_.placed(field, all);
  if (!words.compound.empty()) query = Query(Query::OP_FILTER, query, compound_terms(field, words.compound));
  return QueryPart{query, node.kind == QueryKind::exact ? "=" + node.text : quoted(node.text)};
}

std::optional<QueryPart> WordParts::wildcard(const QueryNode& node, const Field* field) {
  const TextWords words = places_of_pattern(node, field);
  if (words.places.tokens.empty()) return QueryPart{Query::MatchNothing, node.text};
  note_clause({node.text, TextQueries::scope(field), words.places});
  if (!words.ranking.front().stems.empty()) note_ranking(field);
  return QueryPart{texts_.placed(field, words), node.text};
}

// ---- places ----

std::optional<QueryPart> WordParts::placed(const QueryNode& node, const Field* field) {
  const bool finding = field && field->kind == FieldKind::finding;
  const auto words = finding ? places_of_finding(node, *field) : places(node, field);
  if (!words) return node.kind == QueryKind::word ? nothing_in(node) : std::nullopt;
  note_ranking(field);
  const std::string said = print_query(node);
  const std::string prefix = finding ? std::string(field->name) + ":" : "";
  note_clause({prefix + said, TextQueries::scope(field), words->places});
  return QueryPart{texts_.placed(field, *words), said};
}

std::optional<TextWords> WordParts::places(const QueryNode& node, const Field* field) {
  switch (node.kind) {
    case QueryKind::word:
    case QueryKind::exact:
    case QueryKind::phrase:
      return places_of_words(node);
    case QueryKind::juxtaposition:
      if (build_.expand) {
        const auto notions = notions_in(node.children);
        if (notions.size() == 1 && notions[0].count == node.children.size())
          return places_of_words(
              {.kind = QueryKind::word, .text = text_of(node.children), .begin = node.begin});
      }
      throw not_supported(node, "beside w/n, pre/n, /s and /p several words need a connector",
                          "put them in quotes, or OR between them");
    case QueryKind::wildcard:
      return places_of_pattern(node, field);
    case QueryKind::any_of:
      return places_of_any(node, field);
    case QueryKind::near:
    case QueryKind::same_sentence:
    case QueryKind::same_paragraph:
      return places_of_pair(node, field);
    case QueryKind::field:
      if (const Field* named = find_field(node.name); named && !field) {
        if (named->kind == FieldKind::finding) return places_of_finding(node.children[0], *named);
        if (named->kind == FieldKind::level) return places_of_level(node.children[0]);
      }
      throw not_supported(node, "a field cannot stand beside w/n, pre/n, /s or /p",
                          "put it before brackets around the whole: field:(a w/5 b)");
    default:
      throw not_supported(node, "w/n, pre/n, /s and /p take words, phrases and (a OR b)");
  }
}

std::optional<TextWords> WordParts::places_of_words(const QueryNode& node) {
  const bool exact = node.kind == QueryKind::exact || node.kind == QueryKind::phrase;
  const QueryWords words = analyze_words(node.text);
  if (words.words.empty()) return std::nullopt;
  std::vector<TextWords> each;
  for (const QueryWord& word : words.words)
    each.push_back(exact ? TextQueries::exact(word) : texts_.stemmed(word));
  TextWords all =
      TextQueries::joined(std::move(each), exact ? PlaceQuery::Kind::sequence : arrangement(words));
  if (!exact) add_joined(words, all);
  if (exact || !build_.expand) return all;
  const QueryNode whole{.kind = QueryKind::word, .text = node.text};
  for (const Notion& notion : notions_in({&whole, 1})) {
    note_expansion(node.text, notion.forms, notion.kind);
    const std::string token = meaning_token(notion.name);
    all.places = any_place({any_token({token}), std::move(all.places)});
    all.ranking = {{{token}, false}};
  }
  return all;
}

TextWords WordParts::places_of_pattern(const QueryNode& node, const Field* field) {
  auto surfaces =
      matching_surfaces(build_.segments, TextQueries::scope(field), fold(node.text), kMaxExpansion, true);
  if (surfaces.empty() && node.text.find_first_of("0123456789") != std::string::npos) {
    build_.out.warnings.push_back(quoted(node.text) + ": numbers, codes, levels and doses take no wildcards");
  }
  if (surfaces.size() > kMaxExpansion) {
    throw QueryError("too_many_expansions",
                     quoted(node.text) + " stands for more than " + std::to_string(kMaxExpansion) + " words",
                     node.begin, "write more of the word");
  }
  std::vector<std::string> stems;
  for (const std::string& surface : surfaces) {
    const QueryWords words = analyze_words(surface);
    if (words.words.size() == 1) stems.push_back(words.words[0].stem);
  }
  std::ranges::sort(stems);
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  note_expansion(node.text, surfaces, "wildcard");
  return {any_token(std::move(surfaces)), {{std::move(stems), false}}};
}

std::optional<TextWords> WordParts::places_of_any(const QueryNode& node, const Field* field) {
  TextWords all{{.kind = PlaceQuery::Kind::any_of}, {}};
  for (const QueryNode& child : node.children) {
    auto one = places(child, field);
    if (!one) continue;
    all.places.parts.push_back(std::move(one->places));
    for (auto& ranking : one->ranking) all.ranking.push_back(std::move(ranking));
  }
  return all.places.parts.empty() ? std::nullopt : std::optional(std::move(all));
}

std::optional<TextWords> WordParts::places_of_pair(const QueryNode& node, const Field* field) {
  auto left = places(node.children[0], field);
  auto right = places(node.children[1], field);
  if (!left || !right) {
    const QueryNode& empty = node.children[left ? 1 : 0];
    throw not_supported(empty, quoted(empty.text) + " holds nothing to search for",
                        "nearness needs a word on both sides");
  }
  const bool near = node.kind == QueryKind::near;
  TextWords both = TextQueries::joined({std::move(*left), std::move(*right)},
                                       near ? PlaceQuery::Kind::near : PlaceQuery::Kind::together);
  both.places.distance = node.distance;
  both.places.ordered = node.ordered;
  if (!near) {
    both.places.marks = {mark_token(node.kind == QueryKind::same_sentence ? kSentenceMark : kParagraphMark)};
  }
  return both;
}

std::optional<TextWords> WordParts::places_of_finding(const QueryNode& node, const Field& field) {
  auto words = places(node, nullptr);
  if (!words) return std::nullopt;
  PlaceQuery said{.kind = PlaceQuery::Kind::marked};
  if (field.name == "nofinding") {
    said.marks = {mark_token("negated")};
  } else if (field.name == "undocumented") {
    said.marks = {mark_token("undocumented")};
  } else {
    said.kind = PlaceQuery::Kind::unmarked;
    for (const auto* assertion : {"negated", "possible", "undocumented", "other"})
      said.marks.push_back(mark_token(assertion));
  }
  said.parts.push_back(std::move(words->places));
  words->places = std::move(said);
  return words;
}

// ---- levels ----

TextWords WordParts::places_of_level(const QueryNode& node) {
  const LevelTerms level = known_level(node);
  TextWords words;
  TextWords::Ranking ranking;
  for (const std::string& name : level.names) ranking.stems.push_back(meaning_token(name));
  words.places = any_token(ranking.stems);
  words.ranking.push_back(std::move(ranking));
  return words;
}

LevelTerms WordParts::known_level(const QueryNode& node) {
  LevelTerms level = level_terms(node.text);
  if (level.names.empty() ||
      (node.kind != QueryKind::word && node.kind != QueryKind::phrase && node.kind != QueryKind::exact)) {
    throw QueryError("bad_level", quoted(print_query(node)) + " is no level of the spine", node.begin,
                     "write a vertebra (L4), a segment (L4-5) or a range (C5-C7)");
  }
  return level;
}

QueryPart WordParts::level(const QueryNode& node) {
  const LevelTerms level = known_level(node);
  std::vector<Query> stems;
  std::vector<std::string> tokens;
  for (const std::string& name : level.names) {
    tokens.push_back(meaning_token(name));
    stems.emplace_back(stem_term(tokens.back()));
  }
  if (level.names.size() > 1) note_expansion("level:" + node.text, level.shown, "level");
  note_clause({"level:" + node.text, TextQueries::scope(nullptr), any_token(std::move(tokens))});
  note_ranking(nullptr);
  return {Query(Query::OP_SYNONYM, stems.begin(), stems.end()), node.text};
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/place_parts.h"

#include <algorithm>
#include <utility>

#include "analyzers/folding.h"
#include "analyzers/text_marks.h"
#include "searcher/said_places.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

// Terms that a wildcard may stand for; more make an error rather than a silent cut.
constexpr std::size_t kMaxExpansion = 1000;

// Null where a condition looks into all searched fields.
const Field* text_field_of(const Field* field) {
  return field && field->kind == FieldKind::text ? field : nullptr;
}

}  // namespace

std::string text_of(std::span<const QueryNode> nodes) {
  std::string text;
  for (const QueryNode& node : nodes) text += (text.empty() ? "" : " ") + node.text;
  return text;
}

PlaceQuery::Kind arrangement(const QueryWords& words) {
  return words.any_order ? PlaceQuery::Kind::shuffled : PlaceQuery::Kind::sequence;
}

// A hyphenated word is also the word without hyphens: "work-up" and "workup".
void PlaceParts::add_joined(const QueryWords& words, TextWords& all) {
  if (words.joined.empty()) return;
  const QueryWord joined{words.joined, words.joined, false};
  TextWords whole = texts_.stemmed(joined);
  all.places = any_place({std::move(whole.places), std::move(all.places)});
  all.ranking.push_back(std::move(whole.ranking.front()));
}

std::optional<TextWords> PlaceParts::of(const QueryNode& node, const Field* field) {
  switch (node.kind) {
    case QueryKind::word:
    case QueryKind::exact:
    case QueryKind::phrase:
      return plain(node);
    case QueryKind::juxtaposition:
      if (build_.expand) {
        const auto notions = notions_in(node.children);
        if (notions.size() == 1 && notions[0].count == node.children.size())
          return plain({.kind = QueryKind::word, .text = text_of(node.children), .begin = node.begin});
      }
      throw not_supported(node, "beside w/n, pre/n, /s and /p several words need a connector",
                          "put them in quotes, or OR between them");
    case QueryKind::wildcard:
      return pattern(node, field);
    case QueryKind::any_of:
      return any(node, field);
    case QueryKind::near:
    case QueryKind::same_sentence:
    case QueryKind::same_paragraph:
      return pair(node, field);
    case QueryKind::field:
      if (const Field* named = find_field(node.name); named && !field) {
        if (named->kind == FieldKind::finding) return finding(node.children[0], *named);
        if (named->kind == FieldKind::level) return level(node.children[0]);
      }
      throw not_supported(node, "a field cannot stand beside w/n, pre/n, /s or /p",
                          "put it before brackets around the whole: field:(a w/5 b)");
    default:
      throw not_supported(node, "w/n, pre/n, /s and /p take words, phrases and (a OR b)",
                          "require or exclude other things apart: (a w/5 b) NOT c");
  }
}

std::optional<TextWords> PlaceParts::plain(const QueryNode& node) {
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
    note_expansion(build_, node.text, notion.forms, notion.kind);
    const std::string token = meaning_token(notion.name);
    all.places = any_place({any_token({token}), std::move(all.places)});
    all.ranking = {{{token}, false}};
  }
  return all;
}

TextWords PlaceParts::pattern(const QueryNode& node, const Field* field) {
  auto surfaces =
      matching_surfaces(build_.segments, text_field_of(field), fold(node.text), kMaxExpansion, true);
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
  note_expansion(build_, node.text, surfaces, "wildcard");
  return {any_token(std::move(surfaces)), {{std::move(stems), false}}};
}

std::optional<TextWords> PlaceParts::any(const QueryNode& node, const Field* field) {
  TextWords all{{.kind = PlaceQuery::Kind::any_of}, {}};
  for (const QueryNode& child : node.children) {
    auto one = of(child, field);
    if (!one) continue;
    all.places.parts.push_back(std::move(one->places));
    for (auto& ranking : one->ranking) all.ranking.push_back(std::move(ranking));
  }
  return all.places.parts.empty() ? std::nullopt : std::optional(std::move(all));
}

std::optional<TextWords> PlaceParts::pair(const QueryNode& node, const Field* field) {
  auto left = of(node.children[0], field);
  auto right = of(node.children[1], field);
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

std::optional<TextWords> PlaceParts::finding(const QueryNode& node, const Field& field) {
  auto words = of(node, nullptr);
  if (!words) return std::nullopt;
  const Assertion assertion = field.name == "nofinding"      ? Assertion::negated
                              : field.name == "undocumented" ? Assertion::undocumented
                                                             : Assertion::affirmed;
  words->places = said_places(assertion, std::move(words->places));
  return words;
}

TextWords PlaceParts::level(const QueryNode& node) {
  const LevelTerms level = known_level(node);
  TextWords words;
  TextWords::Ranking ranking;
  for (const std::string& name : level.names) ranking.stems.push_back(meaning_token(name));
  words.places = any_token(ranking.stems);
  words.ranking.push_back(std::move(ranking));
  return words;
}

LevelTerms PlaceParts::known_level(const QueryNode& node) {
  LevelTerms level = level_terms(node.text);
  if (level.names.empty() ||
      (node.kind != QueryKind::word && node.kind != QueryKind::phrase && node.kind != QueryKind::exact)) {
    throw QueryError("bad_level", quoted(print_query(node)) + " is no level of the spine", node.begin,
                     "write a vertebra (L4), a segment (L4-5) or a range (C5-C7)");
  }
  return level;
}

}  // namespace imr

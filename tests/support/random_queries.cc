// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_queries.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "analyzers/analyzer.h"

namespace imr {

namespace {

using Strings = std::vector<std::string>;

const Strings kSearchedIn = {"treatment", "rationale", "summary", "diagnosis", "citation", "ca"};
const Strings kSearched = {"treatment", "rationale", "summary"};
const Strings kFacets = {"decision",  "outcome",          "specialty",       "state",
                         "guideline", "guideline_source", "guideline_topic", "ca_guideline",
                         "sex",       "age_band",         "decision_year",   "layout",
                         "drug",      "body_part",        "spinal_level",    "treatment_category"};

bool can_be_typed(const std::string& word) {
  return !word.empty() && std::isalnum(static_cast<unsigned char>(word[0])) &&
         std::ranges::all_of(word, [](unsigned char c) {
           return std::isalnum(c) || c == '/' || c == '-' || c == '.' || c == '\'' || c == '%' || c == '#';
         });
}

bool can_be_quoted(const std::string& text) {
  return text.find('"') == std::string::npos && text.find("\xE2\x80") == std::string::npos;
}

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

}  // namespace

std::uint32_t first_seed() {
  const char* given = std::getenv("IMR_SEED");
  return given ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10)) : 1;
}

std::uint32_t rounds(std::uint32_t count) {
  const char* given = std::getenv("IMR_ROUNDS");
  return given ? count * static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10)) : count;
}

std::size_t RandomQueries::below(std::size_t limit) { return random_() % limit; }

// Some words that follow each other in a letter, as written.
Strings RandomQueries::words_in_order(const std::string& field, std::size_t count) {
  for (int tries = 0; tries < 100; ++tries) {
    const Strings& texts = letters_.texts(below(letters_.size()), field);
    if (texts.empty()) continue;
    const std::string& text = one_of(texts);
    const std::vector<Token> tokens = tokens_of(prose_analyzer(), text);
    if (tokens.empty()) continue;
    Strings words;
    std::size_t end = 0;
    for (std::size_t i = below(tokens.size()); i < tokens.size() && words.size() < count; ++i) {
      const std::string word = text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
      if (tokens[i].begin < end || !can_be_typed(word)) continue;
      words.push_back(word);
      end = tokens[i].end;
    }
    if (words.size() == count) return words;
  }
  return Strings(count, "pain");
}

std::string RandomQueries::word(const std::string& field) {
  std::string text = words_in_order(field, 1)[0];
  if (one_in(8)) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return text;
}

std::string RandomQueries::phrase(const std::string& field) {
  for (int tries = 0; tries < 100; ++tries) {
    const Strings& texts = letters_.texts(below(letters_.size()), field);
    if (texts.empty()) continue;
    const std::string& text = one_of(texts);
    const std::vector<Token> tokens = tokens_of(prose_analyzer(), text);
    if (tokens.size() < 2) continue;
    const std::size_t first = below(tokens.size());
    const std::size_t last = std::min(first + 1 + below(6), tokens.size() - 1);
    if (tokens[last].end <= tokens[first].begin) continue;
    const std::string words = text.substr(tokens[first].begin, tokens[last].end - tokens[first].begin);
    if (can_be_quoted(words)) return on_one_line(words);
  }
  return "low back";
}

QueryNode RandomQueries::pattern(const std::string& field) {
  std::string text = word(field);
  if (text.size() > 4 && one_in(3)) {
    text[1 + below(text.size() - 2)] = '?';
  } else if (text.size() > 4 && one_in(4)) {
    text.replace(1 + below(2), 1 + below(2), "*");
  } else {
    text = text.substr(0, 3 + below(4)) + "*";
  }
  return {.kind = QueryKind::wildcard, .text = text};
}

QueryNode RandomQueries::side(const std::string& text, const std::string& field) {
  QueryNode node{.kind = one_in(3) ? QueryKind::exact : QueryKind::word, .text = text};
  if (!one_in(4)) return node;
  node.kind = QueryKind::word;
  return {.kind = QueryKind::any_of, .children = {node, {.kind = QueryKind::word, .text = word(field)}}};
}

QueryNode RandomQueries::nearness(const std::string& field) {
  Strings words = words_in_order(field, 2 + below(4));
  if (one_in(3)) std::ranges::reverse(words);
  if (one_in(8)) words.back() = words.front();
  return {.kind = QueryKind::near,
          .distance = static_cast<unsigned>(1 + below(8)),
          .ordered = one_in(2),
          .children = {side(words.front(), field), side(words.back(), field)}};
}

QueryNode RandomQueries::text_leaf(const std::string& field) {
  switch (below(10)) {
    case 0:
      return {.kind = QueryKind::exact, .text = word(field)};
    case 1:
      return pattern(field);
    case 2:
    case 3:
      return {.kind = QueryKind::phrase, .text = phrase(field)};
    case 4:
      return nearness(field);
    case 5:
      return {.kind = QueryKind::word, .text = one_of<std::string>({"the", "of", "is", "no", "not", "and"})};
    default:
      return {.kind = QueryKind::word, .text = word(field)};
  }
}

QueryNode RandomQueries::field_of_words() {
  const std::string field = one_of(kSearchedIn);
  QueryNode value = text_leaf(field);
  if (one_in(4)) {
    value = {.kind = QueryKind::juxtaposition, .children = {bare_word(), bare_word()}};
  } else if (one_in(3)) {
    const auto kind = one_of<QueryKind>({QueryKind::juxtaposition, QueryKind::any_of, QueryKind::all_of});
    value = {.kind = kind, .children = {value, text_leaf(field)}};
  }
  return {.kind = QueryKind::field, .name = field, .children = {value}};
}

std::string RandomQueries::value_of(const std::string& facet) {
  for (int tries = 0; tries < 100; ++tries) {
    const Strings& values = letters_.values(below(letters_.size()), facet);
    if (!values.empty()) return one_of(values);
  }
  return "missing";
}

QueryNode RandomQueries::field_of_values() {
  const std::string facet = one_of(kFacets);
  std::string value = value_of(facet);
  if (one_in(3)) value = value.substr(value.find_last_of(' ') + 1);
  return {.kind = QueryKind::field, .name = facet, .children = {{.kind = QueryKind::phrase, .text = value}}};
}

std::string RandomQueries::case_number() {
  std::string name = one_of(letters_.letters()).case_number;
  if (one_in(2)) std::ranges::replace(name, 'C', 'c');
  return name;
}

QueryNode RandomQueries::field_of_ranges() {
  if (one_in(10)) {
    return {.kind = QueryKind::field,
            .name = "case",
            .children = {{.kind = QueryKind::word, .text = case_number()}}};
  }
  if (one_in(2)) {
    QueryNode range{.kind = QueryKind::range, .low = std::to_string(18 + below(50))};
    if (one_in(2)) range.high = std::to_string(std::stoi(range.low) + static_cast<int>(below(20)));
    if (one_in(3)) std::swap(range.low, range.high);
    if (range.high.empty()) range.low_excluded = one_in(2);
    if (range.low.empty()) range.high_excluded = one_in(2);
    if (!range.low.empty() && !range.high.empty() && range.high < range.low) std::swap(range.low, range.high);
    return {.kind = QueryKind::field, .name = one_in(3) ? "sessions" : "age", .children = {range}};
  }
  if (one_in(4)) {
    QueryNode range{.kind = QueryKind::range, .low = std::to_string(1 + below(3)), .low_excluded = one_in(2)};
    if (one_in(3)) range = {.kind = QueryKind::word, .text = std::to_string(1 + below(4))};
    return {.kind = QueryKind::field, .name = "issues", .children = {range}};
  }
  const std::string year = std::to_string(2010 + below(10));
  QueryNode range{.kind = QueryKind::range, .low = year, .high = year + "-0" + std::to_string(1 + below(9))};
  if (one_in(2)) range.high = "";
  return {.kind = QueryKind::field, .name = one_in(2) ? "decided" : "injured", .children = {range}};
}

// A citation of some letter, mostly one with pages.
GuidelineCitation RandomQueries::citation() {
  GuidelineCitation found{
      .id = "ACOEM2-08", .label = "ACOEM Neck and Upper Back Complaints", .source = "MTUS", .topic = "neck"};
  for (int tries = 0; tries < 20 && (found.pages.empty() || one_in(3)); ++tries) {
    const Issue& issue = letters_.issue(below(letters_.size()));
    const auto& side = one_in(2) ? issue.reviewer_guidelines : issue.claims_administrator_guidelines;
    if (!side.empty()) found = one_of(side);
  }
  return found;
}

// In one of the ways in which a citation can be typed, often with pages near those cited.
QueryNode RandomQueries::field_of_citations() {
  const GuidelineCitation cited = citation();
  const int page = cited.pages.empty() ? 60 : one_of(cited.pages).first;
  const std::string first = std::to_string(std::max(1, page - 2 + static_cast<int>(below(5))));
  const std::string last = std::to_string(page + 3 + static_cast<int>(below(5)));
  if (one_in(3)) {
    QueryNode range{.kind = QueryKind::range, .low = first, .high = one_in(4) ? "" : last};
    if (one_in(4)) range = {.kind = QueryKind::word, .text = one_in(2) ? first : first + "-" + last};
    return {.kind = QueryKind::field, .name = "page", .children = {range}};
  }
  std::string text = one_of<std::string>(
      {cited.id, cited.label, cited.topic, cited.source, "ACOEM ch " + std::to_string(1 + below(16))});
  if (one_in(2)) text += one_in(2) ? " p " + first : ", pages " + first + "-" + last;
  return {.kind = QueryKind::field, .name = "cite", .children = {{.kind = QueryKind::phrase, .text = text}}};
}

QueryNode RandomQueries::leaf() {
  switch (below(11)) {
    case 10:
      return field_of_citations();
    case 0:
    case 1:
      return field_of_words();
    case 2:
      return field_of_values();
    case 3:
      return field_of_ranges();
    default:
      return text_leaf(one_of(kSearched));
  }
}

QueryNode RandomQueries::bare_word() {
  return {.kind = QueryKind::word, .text = one_in(5) ? "the" : word(one_of(kSearched))};
}

QueryNode RandomQueries::branch(QueryKind kind, unsigned depth) {
  QueryNode node{.kind = kind};
  const std::size_t count = kind == QueryKind::negation ? 1 : 2 + below(2);
  const bool words = kind == QueryKind::juxtaposition && one_in(2);
  for (std::size_t i = 0; i < count; ++i) {
    node.children.push_back(words ? bare_word() : tree(depth - 1));
  }
  return node;
}

QueryNode RandomQueries::tree(unsigned depth) {
  if (depth == 0) return leaf();
  switch (below(8)) {
    case 0:
    case 1:
    case 2:
      return branch(QueryKind::juxtaposition, depth);
    case 3:
      return branch(QueryKind::all_of, depth);
    case 4:
    case 5:
      return branch(QueryKind::any_of, depth);
    case 6:
      return branch(QueryKind::negation, depth);
    default:
      return leaf();
  }
}

std::string RandomQueries::query() {
  return print_query(one_in(30) ? QueryNode{} : tree(static_cast<unsigned>(below(4))));
}

Where RandomQueries::condition(const std::string& field) {
  if (field == "age") return {field, std::to_string(20 + below(40)) + ".." + (one_in(2) ? "" : "60")};
  if (field == "decided") return {field, std::to_string(2013 + below(5)) + (one_in(2) ? ".." : "")};
  if (field == "case") return {field, case_number()};
  const std::string value = value_of(field);
  return {field, one_in(4) ? value.substr(value.find_last_of(' ') + 1) : value};
}

std::vector<Where> RandomQueries::conditions() {
  std::vector<Where> conditions;
  for (std::size_t i = below(4); i > 0; --i) {
    const bool same = !conditions.empty() && one_in(2);
    const std::string other = one_in(6) ? one_of<std::string>({"age", "decided", "case"}) : one_of(kFacets);
    conditions.push_back(condition(same ? conditions.back().field : other));
  }
  return conditions;
}

}  // namespace imr

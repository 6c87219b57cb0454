// SPDX-License-Identifier: GPL-3.0-or-later
// What the project is for: a decision and a word hold of the same issue, never of two issues of one letter.
#include <algorithm>
#include <iostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "analyzers/analyzer.h"
#include "searcher/searcher.h"
#include "tests/support/naive_search.h"
#include "tests/support/random_queries.h"
#include "tests/support/sample_index.h"
#include "tests/support/temporary_folder.h"

using namespace imr;

namespace {

using Strings = std::vector<std::string>;

Strings terms_of(const Analyzer& analyzer, const std::string& text, TermKind kind) {
  Strings terms;
  for (const Token& token : tokens_of(analyzer, text)) {
    if (token.kind == kind && !token.compound) terms.push_back(token.term);
  }
  return terms;
}

// The stems of hyphenated words, which are those of the words without hyphens.
Strings joined_stems(const std::string& text) {
  Strings terms;
  for (const Token& token : tokens_of(prose_analyzer(), text)) {
    const bool joined = token.compound && token.term.find_first_of("-/") == std::string::npos;
    if (token.kind == TermKind::stem && joined) terms.push_back(token.term);
  }
  return terms;
}

bool holds(const Strings& terms, const std::string& term) {
  return std::ranges::find(terms, term) != terms.end();
}

// A word of spinal levels is looked for as it is written.
bool is_level(const std::string& query) {
  return std::ranges::any_of(tokens_of(query_analyzer(), query),
                             [](const Token& token) { return token.token_class == TokenClass::level; });
}

// A word by its stem, with or without hyphens, or the last concept that it names; a phrase (in quotes) by its
// words as written.
bool says(const std::string& text, const std::string& query) {
  const bool phrase = query.starts_with('"');
  const TermKind kind = phrase ? TermKind::surface : TermKind::stem;
  const Strings terms = terms_of(prose_analyzer(), text, kind);
  const Strings asked = terms_of(prose_analyzer(), query, kind);
  if (!std::ranges::search(terms, asked).empty()) return true;
  if (phrase) return false;
  if (asked.size() == 1 && holds(joined_stems(text), asked[0])) return true;
  for (const std::string& joined : joined_stems(query)) {
    if (holds(terms, joined) || holds(joined_stems(text), joined)) return true;
  }
  const Strings meant = terms_of(query_analyzer(), query, TermKind::meaning);
  return !meant.empty() && !is_level(query) &&
         holds(terms_of(prose_analyzer(), text, TermKind::meaning), meant.back());
}

struct Expected {
  std::set<std::string> issues;
  bool by_sibling_only = false;  // some overturned issue does not say it where another of its letter does
};

Expected overturned_that_say(const std::vector<Determination>& letters, const std::string& query) {
  Expected expected;
  for (const Determination& letter : letters) {
    bool said = false;
    bool silent = false;
    for (const Issue& issue : letter.issues) {
      const bool own = says(issue.treatment, query) || says(issue.rationale, query) ||
                       says(letter.clinical_summary, query);
      if (own && issue.decision == Decision::overturned) {
        expected.issues.insert(issue_id(letter.case_number, issue.issue_no));
      }
      (own ? said : silent) |= own || issue.decision == Decision::overturned;
    }
    expected.by_sibling_only |= said && silent;
  }
  return expected;
}

std::set<std::string> found(const Searcher& searcher, const std::string& query) {
  std::set<std::string> issues;
  const SearchRequest request{
      .query = query, .where = {{"decision", "overturned"}}, .limit = 1'000'000, .passages = 0};
  for (const Hit& hit : searcher.search(request).hits) issues.insert(hit.issue_id);
  return issues;
}

// Words of real queries, then words and phrases of the letters; no operators, and no compounds, whose parts
// may stand in any order.
Strings queries_for(const NaiveSearch& letters) {
  Strings queries = {"MRI",     "therapy",      "\"functional improvement\"",
                     "surgery", "Norco",        "acupuncture",
                     "opioids", "\"low back\"", "injection",
                     "knee",    "\"red flags\""};
  RandomQueries random(letters, first_seed());
  const Strings fields = {"treatment", "rationale", "summary"};
  while (queries.size() < 40) {
    const std::string& field = fields[queries.size() % fields.size()];
    const bool phrase = queries.size() % 2 == 0;
    const std::string query = phrase ? random.phrase(field) : random.word(field);
    const bool other =
        query == "AND" || query == "OR" || query == "NOT" || query.find('/') != std::string::npos;
    if (phrase ? query.find(' ') == std::string::npos : other) continue;
    queries.push_back(phrase ? "\"" + query + "\"" : query);
  }
  return queries;
}

void check_decisions_and_words(const std::vector<Determination>& letters) {
  const TemporaryFolder folder;
  grow_index(folder.path(), letters);
  const Searcher searcher(folder.path());
  const NaiveSearch naive(letters);
  std::size_t told_apart = 0;
  for (const std::string& query : queries_for(naive)) {
    CAPTURE(query);
    const Expected expected = overturned_that_say(letters, query);
    CHECK(found(searcher, query) == expected.issues);
    told_apart += expected.by_sibling_only ? 1 : 0;
  }
  CHECK(told_apart >= 5);
}

}  // namespace

TEST_CASE("a decision and a word of the sample letters hold of the same issue") {
  check_decisions_and_words(sample_letters());
}

TEST_CASE("a decision and a word of the real letters hold of the same issue") {
  const std::vector<Determination> letters = real_letters();
  if (letters.empty()) {
    std::cout << "skipped: IMR_CORPUS names no folder with letters\n";
    return;
  }
  check_decisions_and_words(letters);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/agreement.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/text_marks.h"
#include "schema/schema.h"
#include "searcher/place_rows.h"
#include "searcher/ranking.h"
#include "searcher/said_places.h"
#include "searcher/text_queries.h"
#include "searcher/vocabulary_lookup.h"

namespace imr {

namespace {

using Xapian::Query;

// How far apart the words of one finding may stand.
constexpr unsigned kWithin = 4;
constexpr std::size_t kMostWords = 5;

// Words before a finding that say it is there.
constexpr std::string_view kAffirming[] = {"confirmed", "documented", "has", "positive",
                                           "presents",  "reports",    "with"};

// A word of the text that can be part of a finding.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string surface;
  std::string stem;
  bool stop_word = false;
};

std::vector<Word> words_of(const std::vector<Token>& tokens) {
  std::vector<Word> words;
  for (const Token& token : tokens) {
    if (token.compound) continue;
    if (token.kind == TermKind::surface) {
      words.push_back({token.begin, token.end, token.term, token.term, token.stop_word});
    } else if (token.kind == TermKind::stem && !words.empty()) {
      words.back().stem = token.term;
    }
  }
  return words;
}

// Something that the text says: its words, and how.
struct Statement {
  std::vector<const Word*> words = {};
  Assertion assertion = Assertion::affirmed;
  std::size_t begin = 0;  // bytes of the text, cue included
  std::size_t end = 0;
};

bool is_said(Assertion assertion) {
  return assertion == Assertion::negated || assertion == Assertion::undocumented;
}

// The runs of words between stop words in a scope: "numbness" and "tingling" of "no numbness or tingling".
void add_runs(const std::vector<Word>& words, const AssertionScope& scope,
              std::vector<Statement>& statements) {
  Statement run{.assertion = scope.assertion, .begin = std::min(scope.cue_begin, scope.begin)};
  const auto close = [&] {
    if (!run.words.empty()) statements.push_back(run);
    run.words.clear();
  };
  for (const Word& word : words) {
    const bool inside = word.begin >= scope.begin && word.end <= scope.end;
    if (!inside || word.stop_word || run.words.size() == kMostWords) close();
    if (!inside || word.stop_word) continue;
    run.words.push_back(&word);
    run.end = word.end;
  }
  close();
}

bool in_a_scope(const Word& word, const std::vector<AssertionScope>& scopes) {
  return std::ranges::any_of(scopes, [&](const AssertionScope& scope) {
    return word.begin >= scope.begin && word.end <= scope.end;
  });
}

void add_affirmed(const std::vector<Word>& words, const std::vector<AssertionScope>& scopes,
                  std::vector<Statement>& statements) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (std::ranges::find(kAffirming, words[i].surface) == std::end(kAffirming)) continue;
    if (in_a_scope(words[i], scopes)) continue;
    Statement run{.begin = words[i].begin};
    for (std::size_t j = i + 1; j < words.size() && run.words.size() < kMostWords; ++j) {
      const bool first = run.words.empty();
      if (words[j].stop_word && first && j == i + 1) continue;  // "positive for"
      if (words[j].stop_word || in_a_scope(words[j], scopes)) break;
      run.words.push_back(&words[j]);
      run.end = words[j].end;
    }
    if (!run.words.empty()) statements.push_back(run);
  }
}

PlaceQuery places_of(const OpenSegments& segments, const Statement& statement) {
  PlaceQuery places;
  for (const Word* word : statement.words) {
    PlaceQuery next = any_token(surfaces_of_stem(segments, word->stem));
    const bool first = word == statement.words.front();
    places = first ? std::move(next)
                   : PlaceQuery{.kind = PlaceQuery::Kind::near,
                                .parts = {std::move(places), std::move(next)},
                                .distance = kWithin};
  }
  return said_places(statement.assertion, std::move(places));
}

bool say_the_same(const Statement& a, const Statement& b) {
  return a.assertion == b.assertion &&
         std::ranges::equal(a.words, b.words,
                            [](const Word* left, const Word* right) { return left->stem == right->stem; });
}

// As much as the rarest of its words can ever weigh, so that no repetition outweighs what is said.
double weight_of(const OpenSegments& segments, const Statement& statement) {
  const double issues = segments.whole().get_doccount();
  double rarest = 0;
  for (const Word* word : statement.words) {
    const double holders = segments.whole().get_termfreq(stem_term(word->stem));
    rarest = std::max(rarest, std::log1p((issues - holders + 0.5) / (holders + 0.5)));
  }
  return rarest * (kBm25K1 + 1);
}

std::string_view field_of(Assertion assertion) {
  return assertion == Assertion::negated        ? "nofinding"
         : assertion == Assertion::undocumented ? "undocumented"
                                                : "finding";
}

Expansion told(std::string_view text, const Statement& statement) {
  std::string words;
  for (const Word* word : statement.words) words += (words.empty() ? "" : " ") + word->surface;
  if (statement.words.size() > 1) words = "\"" + words + "\"";
  return {std::string(text.substr(statement.begin, statement.end - statement.begin)),
          {std::string(field_of(statement.assertion)) + ":" + words},
          "assertion"};
}

// Leaves as many different statements as may rank, those that weigh most, in the order of the text; returns
// how many it takes away.
std::size_t keep_most_telling(const OpenSegments& segments, std::vector<Statement>& statements) {
  if (statements.size() <= kMostStatements) return 0;
  std::vector<std::pair<double, Statement>> different;
  for (const Statement& statement : statements) {
    const bool known = std::ranges::any_of(
        different, [&](const auto& other) { return say_the_same(other.second, statement); });
    if (!known) different.emplace_back(weight_of(segments, statement), statement);
  }
  std::ranges::stable_sort(different, std::greater(), &std::pair<double, Statement>::first);
  const auto kept = std::min(different.size(), kMostStatements);
  statements.clear();
  for (std::size_t i = 0; i < kept; ++i) statements.push_back(std::move(different[i].second));
  std::ranges::stable_sort(statements, {}, &Statement::begin);
  return different.size() - kept;
}

}  // namespace

Agreement agreement_of(const OpenSegments& segments, std::string_view text, Deadline& deadline) {
  const std::vector<Token> tokens = tokens_of(query_analyzer(), text);
  const std::vector<Word> words = words_of(tokens);
  const std::vector<AssertionScope> scopes = assertion_scopes(text, tokens);
  std::vector<Statement> statements;
  for (const AssertionScope& scope : scopes) {
    if (is_said(scope.assertion)) add_runs(words, scope, statements);
  }
  add_affirmed(words, scopes, statements);
  Agreement agreement{.left_out = keep_most_telling(segments, statements)};
  std::vector<Query> parts;
  for (const Statement& statement : statements) {
    const Query source =
        place_source(segments, places_of(segments, statement), TextQueries::scope(nullptr), 1.0, deadline);
    parts.emplace_back(Query::OP_SCALE_WEIGHT, source, weight_of(segments, statement));
    agreement.expansions.push_back(told(text, statement));
  }
  agreement.query = Query(Query::OP_OR, parts.begin(), parts.end());
  return agreement;
}

}  // namespace imr

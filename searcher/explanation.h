// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query_tree.h"
#include "searcher/response.h"

namespace imr {

// Why an issue is a hit of a query, or why it is none; values, as a response is.

// What a term adds to the score.
struct ScoreTerm {
  std::string from;  // "query", "synonym", "assertion", "feedback"
  std::string kind;  // "word" (a stem), "concept", "assertion"
  std::string term;
  double weight = 0;
  std::uint64_t issues = 0;              // of the index, that hold it
  std::vector<std::string> forms = {};   // as this issue writes it
  std::vector<std::string> fields = {};  // where
};

// A part of the query, as typed, and its parts.
struct ClauseReport {
  std::string clause;
  std::string kind;  // "word", "phrase", ..., "all", "any", "best_match", "not", "field", "everything"
  bool holds = false;
  bool passed_over = false;              // a stop word, or punctuation: not required
  std::vector<Why> matched = {};         // the first match in each field
  std::vector<std::string> actual = {};  // the values that the issue has in a field of values
  std::vector<ClauseReport> parts = {};
};

// The conditions on one field.
struct ConditionReport {
  std::string field;
  std::vector<std::string> values;  // as asked for
  bool holds = false;
  std::vector<std::string> actual = {};
};

struct Explanation {
  IndexInfo index;
  std::string query_text;
  QueryNode tree;  // what was typed
  std::string interpreted;
  std::vector<Expansion> expansions;
  std::vector<std::string> warnings;
  std::string issue_id;
  std::string case_number;
  int issue_no = 0;
  std::string treatment;
  std::optional<Decision> decision;
  bool matches = false;  // the query and all conditions hold
  double score = 0;      // of a match, as a search for it ranks
  std::vector<ScoreTerm> terms;
  ClauseReport clauses;
  std::vector<ConditionReport> conditions;
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/determination.h"
#include "searcher/query_tree.h"

namespace imr {

// The answer to a search, as values. Printers write it; nothing here is markup.

struct Expansion {
  std::string from;
  std::vector<std::string> to;
  std::string kind;  // "stem", "value", "wildcard", …
};

// Something else that could be asked: a whole query, with the issues that it would find.
struct Suggestion {
  std::string kind;  // "without", "alone", "spelling", "look_alike", "facet"
  std::string from;  // the part of the query it is about
  std::string to;    // what would stand in its place; empty: nothing
  std::string query;
  std::uint64_t issues = 0;
};

// A passage of a field; highlights are byte ranges into `text`, in order, not overlapping.
struct Passage {
  std::string field;
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> highlights;
};

// One clause of the query and what matched it.
struct Why {
  std::string clause;
  std::string matched;
  std::string field;
};

struct OtherIssue {
  std::string issue_id;
  std::string treatment;
  std::optional<Decision> decision;
  double score = 0;
};

struct Hit {
  std::size_t rank = 0;  // from 1
  double score = 0;
  std::string issue_id;
  std::string case_number;
  int issue_no = 0;
  int issues_in_letter = 0;
  std::string source;
  std::string treatment;
  std::optional<Decision> decision;
  std::optional<Date> decision_date;
  std::vector<std::string> specialties;
  std::vector<std::string> states;
  std::vector<std::string> guidelines;  // labels, the reviewer's
  std::vector<Passage> passages;
  std::vector<Why> why;
  std::vector<OtherIssue> others;  // grouped by letter: its other matching issues
};

// Counts of one facet value. `rate` is overturned / issues decided, with its 95 % Wilson score
// interval (Wilson 1927, JASA 22:209-212, without continuity correction); none without a decided issue.
struct FacetValue {
  std::string value;
  std::uint64_t issues = 0;
  std::uint64_t letters = 0;
  std::uint64_t overturned = 0;
  std::optional<double> rate;
  std::optional<std::pair<double, double>> ci95;
  bool selected = false;
};

struct Facet {
  std::string name;
  std::vector<FacetValue> values;  // most issues first, then by value; selected values are always there
  std::size_t distinct = 0;        // values with at least one issue, listed or not
  bool exact = true;
};

struct IndexInfo {
  std::string generation;
  std::uint64_t letters = 0;  // plain records are counted apart
  std::uint64_t issues = 0;
  std::uint64_t records = 0;  // plain records
};

struct Response {
  IndexInfo index;
  std::string query_text;
  QueryNode tree = {};  // what was typed
  std::string interpreted;
  std::vector<Expansion> expansions;
  std::vector<std::string> warnings;
  std::vector<Suggestion> suggestions;  // none of them applied
  std::optional<Facet> narrow_by;  // at too many hits: the facet that divides them best, its first values
  std::uint64_t total_issues = 0;
  std::uint64_t total_letters = 0;
  bool exact = true;  // else the totals are at least so many
  double took_ms = 0;
  bool timed_out = false;
  std::vector<Facet> facets;
  std::vector<Hit> hits;
  std::optional<std::string> next_cursor;
  bool grouped = false;  // one hit a letter: every hit lists its others, be it none
};

// What an error response says; `column` counts code points from 1.
struct ErrorResponse {
  std::string code;
  std::string message;
  std::optional<std::size_t> column;
  std::string hint;
  std::optional<std::string> query_text = {};  // echoed, as in a response
  std::string pointer = {};                    // the place in the JSON of a request; mostly empty
};

}  // namespace imr

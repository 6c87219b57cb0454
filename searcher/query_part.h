// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.h"
#include "searcher/open_segments.h"
#include "searcher/query_builder.h"
#include "searcher/query_error.h"
#include "searcher/query_tree.h"

namespace imr {

// How tightly a part's text holds together, for brackets in what is said.
enum class Grip : std::uint8_t { loose, all, tight };

// A part of a query as Xapian takes it, and in words.
struct QueryPart {
  Xapian::Query query;
  std::string said;
  Grip grip = Grip::tight;
};

// What the builders of parts share while one query is built.
struct QueryBuild {
  const OpenSegments& segments;
  Deadline& deadline;  // of looking up where words stand
  BuiltQuery out;
  bool expand = true;                        // abbreviations, concepts and levels
  int negations = 0;                         // that the part being built stands in
  std::set<std::string> clauses_noted = {};  // label and fields of each of out.clauses
};

// The text of a part, in brackets if it holds together less tightly than asked.
std::string said_within(const QueryPart& part, Grip grip);

// Parts, at least one, under one operator that is written as `word`.
QueryPart joined(const std::vector<QueryPart>& parts, Xapian::Query::op op, const std::string& word,
                 Grip grip);

// Finds the same and adds nothing to the score.
Xapian::Query unranked(const OpenSegments& segments, const Xapian::Query& query);

// Notes under what other names something is looked for; once, and not for what is excluded.
void note_expansion(QueryBuild& build, const std::string& from, const std::vector<std::string>& to,
                    const std::string& kind);

std::string quoted(const std::string& text);

QueryError not_supported(const QueryNode& node, const std::string& message, const std::string& hint = {});

}  // namespace imr

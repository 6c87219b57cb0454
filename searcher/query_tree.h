// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

enum class QueryKind {
  nothing,        // an empty query: every issue
  word,           // text: a bare word as typed (may hold several tokens: EMG/NCV)
  exact,          // text: =word
  wildcard,       // text: holds * or ?
  phrase,         // text: what stands between the quotes
  range,          // low..high, either may be empty; bounds included unless they say otherwise
  field,          // name, one child: a word, exact, wildcard, phrase, range or group
  juxtaposition,  // children side by side: all required, or best match, as the search says
  all_of,         // AND
  any_of,         // OR
  negation,       // NOT, -: one child
  near,           // two children; distance words apart at most, ordered if pre/
  same_sentence,  // two children
  same_paragraph  // two children
};

// What was typed, apart from what it means: names are not checked, words not analyzed.
// A value; two trees are equal if they say the same, wherever it stood.
struct QueryNode {
  QueryKind kind = QueryKind::nothing;
  std::string text = {};
  std::string name = {};  // of a field, as typed
  std::string low = {};   // of a range; empty: open
  std::string high = {};
  bool low_excluded = false;   // sessions:>12
  bool high_excluded = false;  // sessions:<12
  unsigned distance = 0;
  bool ordered = false;
  std::vector<QueryNode> children = {};
  std::size_t begin = 0;  // bytes of the query text
  std::size_t end = 0;

  friend bool operator==(const QueryNode& a, const QueryNode& b);
};

// Reads a query. Throws QueryError("query_syntax") with the byte offset of the mistake and a hint;
// also for trees too deep to walk: brackets and NOT nest up to 100 levels, and a query holds up to
// 100 of w/n, pre/n, /s and /p. docs/query-language.md is the manual.
// Precedence, tightest first: field:, w/n pre/n /s /p, NOT and -, AND, juxtaposition, OR.
QueryNode parse_query(std::string_view text);

// The words of a text with no operators at all (--plain): a juxtaposition of words, split at white
// space; a single word by itself, or nothing. Quotes that stand alone are left out. Never fails.
QueryNode plain_query(std::string_view text);

// A text that parses to an equal tree, with no bracket that could be left out. A word that would
// read as something else, which only plain_query makes, is printed in quotes.
std::string print_query(const QueryNode& query);

}  // namespace imr

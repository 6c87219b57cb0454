// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query_tree.h"
#include "searcher/search_request.h"

namespace imr {

// A word of a query as the analyzer sees it.
struct QueryWord {
  std::string surface;
  std::string stem;
  bool stop_word = false;
};

// A text of a query, analyzed.
struct QueryWords {
  std::vector<QueryWord> words;  // in order of position, parts of compounds instead of the whole
  std::string compound;          // the whole, if the text is one compound such as EMG/NCV; else empty
  std::string joined;            // the stem of a hyphenated word without its hyphens; else empty
  bool any_order = false;        // a compound of parts joined by slashes: EMG/NCV is NCV/EMG
};

QueryWords analyze_words(std::string_view text);

// Whether a word is not required of a match: a stop word, and in best match a word of asking.
bool is_passed_over(const QueryNode& word, Match match);

// The words of a node apart: in best match who asks for "low-back pain" is content with "lower back".
std::vector<QueryNode> words_apart(const QueryNode& word);

// Nodes that stand side by side, with neighbouring bare words joined where the analyzer reads them as one
// token, as in a letter: "7.5 mg", "x rays".
std::vector<QueryNode> joined_words(const std::vector<QueryNode>& nodes);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "searcher/query_tree.h"

namespace imr {

// A concept that bare words of a query name: nodes [first, first + count) of a run.
struct Notion {
  std::size_t first = 0;
  std::size_t count = 0;
  std::string name;                // as the index has it
  std::vector<std::string> forms;  // other ways of writing it
  std::string kind;                // "abbreviation", "drug" or "concept"
};

// The notions in neighbouring bare words, none within another, the longest first where they overlap.
std::vector<Notion> notions_in(std::span<const QueryNode> words);

}  // namespace imr

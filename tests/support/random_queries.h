// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "searcher/query_tree.h"
#include "searcher/search_request.h"
#include "tests/support/naive_search.h"

namespace imr {

// Queries that people might ask of some letters, made of what those letters say. The same seed gives the
// same queries.
class RandomQueries {
 public:
  RandomQueries(const NaiveSearch& letters, std::uint32_t seed) : letters_(letters), random_(seed) {}

  // A query that parses; every construct that searching knows occurs.
  std::string query();
  // cite: or page: alone.
  std::string citation_query() { return print_query(field_of_citations()); }
  // Up to three conditions, often several on one field.
  std::vector<Where> conditions();

  // A word and a phrase as some letter writes them.
  std::string word(const std::string& field);
  std::string phrase(const std::string& field);

  std::size_t below(std::size_t limit);
  bool one_in(std::size_t chances) { return below(chances) == 0; }

 private:
  QueryNode tree(unsigned depth);
  QueryNode branch(QueryKind kind, unsigned depth);
  QueryNode leaf();
  QueryNode bare_word();
  QueryNode text_leaf(const std::string& field);
  QueryNode pattern(const std::string& field);
  QueryNode nearness(const std::string& field);
  QueryNode side(const std::string& word, const std::string& field);
  QueryNode field_of_words();
  QueryNode field_of_values();
  QueryNode field_of_ranges();
  QueryNode field_of_citations();
  std::vector<std::string> words_in_order(const std::string& field, std::size_t count);
  std::string value_of(const std::string& facet);
  std::string case_number();
  GuidelineCitation citation();
  Where condition(const std::string& field);
  template <class T>
  const T& one_of(const std::vector<T>& choices) {
    return choices[below(choices.size())];
  }

  const NaiveSearch& letters_;
  std::mt19937 random_;
};

// The number in the environment variable IMR_SEED, else 1.
std::uint32_t first_seed();

// So many rounds, times the number in the environment variable IMR_ROUNDS.
std::uint32_t rounds(std::uint32_t count);

}  // namespace imr

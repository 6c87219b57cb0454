// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "bench/generator/grammar.h"
#include "bench/generator/random.h"

namespace imr {

// Rows of bench/generator/data/*.tsv. All views stay valid for ever.

// A part of the body as the guidelines divide it.
struct Area {
  std::string_view key;
  unsigned weight;
  int chapter;                  // of the ACOEM guidelines, 2nd edition
  std::string_view title;       // of that chapter, to 2015
  std::string_view title_2016;  // as cited in 2016 and 2017, with its year
  std::string_view title_2018;  // from December 2017, without its year
  int edition_2018;
  int edition_2020;
  std::string_view odg;  // chapter
  std::string_view pages;
};

// A kind of treatment. Guides are notations that `guide_of` reads; empty: none fits.
struct Treatment {
  std::string_view category;
  unsigned weight;
  unsigned overturned_per_thousand;
  std::vector<std::string_view> areas;  // "any" alone: all of them
  std::string_view group;               // chooses the sentences of the rationale
  std::string_view mtus_guide;
  std::string_view odg_guide;
  std::vector<std::string_view> quantities;  // ascending; empty: the title has no "{q}"
  Grammar::Expansion title;
};

// A service asked for together with an operation.
struct AssociatedService {
  std::string_view name;
  std::string_view odg_guide;
};

struct Certificates {
  std::string_view as_written;
  unsigned weight;
  std::vector<std::string_view> specialties;  // canonical names
};

struct State {
  std::string_view name;
  unsigned weight;
};

// One of `rows`, by weight.
template <typename Row>
const Row& draw(const std::vector<Row>& rows, Random& random) {
  std::size_t sum = 0;
  for (const auto& row : rows) sum += row.weight;
  std::size_t at = random.below(sum);
  for (const auto& row : rows) {
    if (at < row.weight) return row;
    at -= row.weight;
  }
  return rows.back();
}

// Read once, on first use.
struct Tables {
  Grammar grammar;
  std::vector<Area> areas;
  std::vector<Treatment> treatments;
  std::vector<AssociatedService> associated;
  std::vector<Certificates> certificates;
  std::vector<State> states;

  // The treatments that make sense for an area, with the sum of the weights so far.
  struct Choice {
    std::size_t weight_so_far;
    const Treatment* treatment;
  };
  std::vector<std::vector<Choice>> treatments_of;  // by position in `areas`
};
const Tables& tables();

// A treatment for the area at that position in Tables::areas, by weight.
const Treatment& draw_treatment(std::size_t area, Random& random);

}  // namespace imr

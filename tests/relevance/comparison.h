// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "tests/relevance/baselines.h"

namespace imr {

// What one system made of a collection.
struct Result {
  std::string system;
  Run run;
  std::vector<Metrics> of_topics;  // in the collection's order
  Metrics overall;
};

// All systems on one collection.
struct Comparison {
  std::string collection;
  std::size_t documents = 0;
  std::size_t topics = 0;
  Result lucene_chain;  // plain BM25, Lucene's stop words, k1 0.9, b 0.4: what others have published
  Result strong;        // plain BM25 with more stop words, the better of two parameter sets by nDCG@10
  Result stock;         // Xapian's TermGenerator and QueryParser
  Result ours_plain;    // without expansion
  Result ours;

  std::vector<const Result*> results() const;
};

// Indexes the collection in a temporary folder and ranks every topic by every system.
Comparison compare_systems(const TestCollection& collection);

// Figures of every system, then the difference of ours from the strong and the stock one in nDCG@10 and MAP,
// with the probability of it by chance.
void print_comparison(const Comparison& comparison, std::ostream& out);

// The mean over several collections of nDCG@10, ours against the strong one.
void print_means(const std::vector<Comparison>& comparisons, std::ostream& out);

// COLLECTION.SYSTEM.run for each system, as trec_eval reads them. Throws std::ios_base::failure.
void write_runs(const Comparison& comparison, const std::string& folder);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "tests/relevance/baselines.h"
#include "tests/relevance/plain_chain.h"

namespace imr {

// Okapi BM25 in the form of Lucene (Kamphuis et al., ECIR 2020), over a plain chain, every word of a query
// counting as often as it stands there. Written here anew, so that the project's ranking is not measured
// against itself.
class PlainBm25 {
 public:
  PlainBm25(const std::vector<PlainDocument>& documents, const PlainChain& chain);
  Ranking rank(const std::string& query, double k1, double b) const;

 private:
  struct Posting {
    std::uint32_t document;
    std::uint32_t count;
  };
  const PlainChain& chain_;
  std::vector<std::string> ids_;
  std::vector<double> lengths_;
  double average_length_ = 0;
  std::unordered_map<std::string, std::vector<Posting>> postings_;
};

Run plain_run(const TestCollection& collection, const PlainChain& chain, double k1, double b);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/relevance/test_collection.h"

namespace imr {

struct ScoredDocument {
  std::string id;
  double score = 0;
  friend bool operator==(const ScoredDocument&, const ScoredDocument&) = default;
};

// The documents of one topic, best first.
using Ranking = std::vector<ScoredDocument>;

// One figure a topic, each from 0 to 1.
struct Metrics {
  double ndcg10 = 0;
  double map = 0;  // of one topic: its average precision
  double recall100 = 0;
  double precision10 = 0;
};

// The order in which trec_eval reads a run: by score, best first; of equal scores the greater id first.
void sort_as_trec_eval(Ranking& ranking);

// trec_eval's ndcg_cut_10, map, recall_100 and P_10. The gain of a document is its grade, the discount
// log2(rank + 1); unjudged documents are not relevant. The ranking is read in its own order.
Metrics evaluate(const Ranking& ranking, const Judgments& judgments);

Metrics mean(const std::vector<Metrics>& of_topics);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "tests/relevance/metrics.h"
#include "tests/relevance/test_collection.h"

namespace imr {

// Documents that count for a run: trec_eval's usual depth.
constexpr unsigned kRunDepth = 1000;

// Rankings by topic.
using Run = std::map<std::string, Ranking>;

// Xapian as it comes: TermGenerator and QueryParser with the English stemmer, words joined by OR, BM25 with
// Xapian's own parameters.
Run stock_xapian(const TestCollection& collection);

}  // namespace imr

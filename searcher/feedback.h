// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.h"
#include "searcher/open_segments.h"
#include "searcher/response.h"

namespace imr {

// What the first hits of a query have in common beyond its words.
struct Feedback {
  Xapian::Query query = {};             // matches nothing if there are no words
  std::vector<std::string> words = {};  // for people: each stem as it is written most often, best first
};

// Learns from the best hits of `query`, one of each letter. The words of `typed`, stop words, short words and
// words with digits (dates, doses, ages) are left out, as is what only one of those hits has. From an index
// of few issues nothing is learnt.
Feedback feedback_of(const OpenSegments& segments, const Xapian::Query& query, const Xapian::Query& typed,
                     Deadline& deadline = no_deadline());

}  // namespace imr

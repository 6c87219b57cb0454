// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.h"
#include "searcher/open_segments.h"
#include "searcher/response.h"

namespace imr {

// What a text of best match itself says or denies of findings ("no numbness", "positive straight leg raise"),
// as a query that ranks issues which say the same and finds nothing more.
struct Agreement {
  Xapian::Query query = {};                // matches nothing if the text says nothing of the kind
  std::vector<Expansion> expansions = {};  // "no numbness" to "nofinding:numbness"
  std::size_t left_out = 0;                // statements of a long text that do not rank
};

// Of a long text so many different statements rank, those with the rarest words: each is looked up in all
// issues that hold its words.
constexpr std::size_t kMostStatements = 32;

Agreement agreement_of(const OpenSegments& segments, std::string_view text,
                       Deadline& deadline = no_deadline());

}  // namespace imr

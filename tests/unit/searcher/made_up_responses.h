// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/determination.h"
#include "searcher/response.h"

namespace imr {

// Invented answers for the printers: no letter says any of this.
Response no_hits();
Response one_hit();
Response many_hits();     // two hits of twelve, with expansions, warnings and facets
Response grouped_hits();  // one hit a letter
Response odd_hits();      // quotes, commas, line ends, formulas, emoji, control characters, broken UTF-8
Response record_hits();   // plain records: no decision, no date
Response facet_counts();  // selected values, a long value, one without a decided issue

// An invented letter of two issues.
Determination a_letter();

}  // namespace imr

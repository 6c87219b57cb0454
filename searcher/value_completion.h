// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "cli/completion.h"

namespace imr {

// What may stand where a command line of imr-search takes fields, values of facets, facets, or kinds of
// schema. Values are those of the index that the line, IMR_INDEX or imrsearch.conf names; without an index
// there are none.
std::vector<Candidate> search_values(const CompletionPlace& place);

}  // namespace imr

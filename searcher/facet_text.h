// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "searcher/response.h"
#include "searcher/text_layout.h"

namespace imr {

// The facets as aligned tables with a heading each, a blank line before every one. Long values are
// wrapped in their column; selected ones have a star. Of a facet without values only the heading.
void write_facets(const std::vector<Facet>& facets, TextWriter& writer);

}  // namespace imr

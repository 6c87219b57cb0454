// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/place_query.h"

namespace imr {

// One positive condition of a query on words, in the form in which passages look for it again.
struct Clause {
  std::string label;                // as typed
  std::vector<std::string> fields;  // where it is looked for
  PlaceQuery places;
  std::vector<Clause> otherwise = {};  // what satisfies it too, shown where it matches nowhere itself
};

}  // namespace imr

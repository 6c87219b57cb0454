// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analyzers/token.h"

namespace imr {

// What may stand at one position: any of these terms.
struct Slot {
  TermKind kind = TermKind::stem;
  std::vector<std::string> terms;
};

// One positive condition of a query on words, in the form in which passages look for it again: slots
// that stand next to each other, in order, or in any order within as many words as there are slots.
struct Clause {
  std::string label;                // as typed
  std::vector<std::string> fields;  // where it is looked for
  std::vector<Slot> slots;
  bool any_order = false;
};

}  // namespace imr

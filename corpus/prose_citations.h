// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/citations.h"

namespace imr {

// Both sides of an issue of the layouts A to C.
struct ProseCitations {
  std::vector<GuidelineCitation> claims_administrator;
  std::vector<GuidelineCitation> reviewer;
};

// Reads sentences such as "The Claims Administrator based its decision on the ACOEM Guidelines, Chapter 12,
// page 303, which is part of the MTUS." A reviewer who "found the guidelines used by the Claims Administrator
// relevant and appropriate" cites the same; sentences that say which guidelines do not apply cite nothing.
ProseCitations prose_citations(std::string_view claims_administrator, std::string_view reviewer,
                               const CitationContext& context);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpus/determination.h"

namespace imr {

// What a citation text does not say itself.
struct CitationContext {
  bool claims_administrator = false;       // which side speaks; else the reviewer
  std::optional<Date> decision_date = {};  // from December 2017 on, the titles of the new MTUS count
};

// Reads what follows "Claims Administrator guideline:" or "MAXIMUS guideline:".
//
// `text` is running text with single spaces. The result has one entry per chapter and edition, in
// order of first appearance; sections and pages of repeats are joined. "Did not cite any medical
// evidence" gives the entry NONE alone. The MTUS or ACOEM without a chapter is ACOEM, the Official
// Disability Guidelines without one ODG, whatever else is cited OTHER; an empty text gives nothing. Never
// throws.
std::vector<GuidelineCitation> read_citations(std::string_view text, const CitationContext& context);

}  // namespace imr

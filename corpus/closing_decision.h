// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "corpus/determination.h"

namespace imr {

// The decision that a rationale closes with: that of its last sentence which says whether the request is
// medically necessary, certified or the like. "Neither is", "there is no evidence that it is" and "I cannot
// find that it is" uphold. Passed over are advice (tapering), conditions ("if", "when"), duties ("should")
// and what others held, unless the reviewer goes on to agree or to disagree. None if no sentence says it.
std::optional<Decision> closing_decision(std::string_view rationale);

// The decision of a rationale on one treatment.
struct ReasonedDecision {
  std::optional<Decision> decision;
  bool doubtful = false;  // its sentences say both, and their words do not tell which is meant
};

// Where sentences say both, those that name the treatment or the request count: in "A brace is not medically
// necessary; the MRI is" the MRI is overturned. Where that does not tell either, the last counts in doubt.
ReasonedDecision decision_on(std::string_view treatment, std::string_view rationale);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace imr {

// The diagnoses that the clinical summary lists, as written: after "the diagnoses have included", "diagnoses
// are:", "with the diagnosis of" and the like; else after "is undergoing treatment for", "is being treated
// for". Empty without such a sentence.
//
// A list is cut at its numbers or semicolons if it has any, else at commas and "and", but not where that
// would leave a bare place or qualifier: "strain of muscle, fascia and tendon at neck level" is one
// diagnosis.
std::vector<std::string> diagnoses_in(std::string_view summary);

}  // namespace imr

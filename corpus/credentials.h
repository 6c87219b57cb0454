// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "corpus/determination.h"

namespace imr {

// Reads the reviewer's credentials, in list form ("State(s) of Licensure: … Certification(s)/Specialty: …")
// or in prose ("is Board Certified in … and is licensed to practice in …").
//
// `text` is running text with single spaces. Names are the canonical ones of specialties() and states().
// What cannot be mapped is kept as written and reported with the code "unmapped_specialty" or
// "unmapped_state". Never throws by itself.
Reviewer read_credentials(std::string_view text,
                          const std::function<void(std::string code, std::string message)>& on_problem);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// Private to analyzers/.
namespace imr {

// Words that the Snowball stemmer changed its mind about, and a spread of common endings. Their stems tell
// one release of it from another.
constexpr std::string_view kStemProbes[] = {
    "absentee",     "approximately", "authorities", "bed",         "cervical",        "communicable",
    "continuing",   "determinedly",  "dyed",        "evening",     "functionality",   "generously",
    "hopping",      "improvement",   "intensively", "lying",       "manipulations",   "necessitated",
    "occupational", "organisation",  "outing",      "paresthesia", "physiologically", "post",
    "reimbursable", "sensational",   "skis",        "therapists",  "vietnamization",  "yes",
};

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/determination.h"
#include "storage/columns.h"

namespace imr {

// The facet values that a letter has as a whole, and those of one of its issues; docs/index-format.md
// says how each follows from the record. Each value stands once.
KeywordValues letter_facets(const Determination& determination);
KeywordValues issue_facets(const Issue& issue);

// Age, dates and number of issues of a letter, visits and quantity of an issue, for ranges. Dates are days
// since 1970-01-01.
NumberValues letter_numbers(const Determination& determination);
NumberValues issue_numbers(const Issue& issue);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "corpus/cited_guideline.h"
#include "corpus/mtus_chapters.h"

namespace imr {

// The MTUS and ACOEM chapters that a part of a citation names, each with its year, sections and pages. In
// CitationPlace::mtus a bare "ACOEM" gives the entry ACOEM, in CitationPlace::acoem_outside a part
// without a chapter gives ACOEM3, or ACOEM from December 2017 on.
std::vector<CitedGuideline> read_mtus_citations(const CitedPart& part, CitationPlace place,
                                                const CitationContext& context);

}  // namespace imr

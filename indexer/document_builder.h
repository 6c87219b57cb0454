// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "analyzers/standing_text.h"
#include "corpus/determination.h"
#include "storage/segment_writer.h"

namespace imr {

// Called with each stem and a surface term that has it.
using RelateStem = std::function<void(const std::string& stem, const std::string& surface)>;

// A letter as the index stores it: its record, its facet values, and a Xapian document for each issue
// with the terms of docs/index-format.md. The clinical summary is repeated in each issue's document. Words of
// standing text in rationales do not rank.
LetterEntry build_entry(const Determination& determination, const RelateStem& relate, const Recurs& recurs);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "analyzers/concept_table.h"
#include "analyzers/meaning_filter.h"

namespace imr {

// Whose capitals a text has.
enum class Typing : std::uint8_t { letter, query };

// Finds the concepts that words name: "MRI" and "magnetic resonance imaging" are both also
// "magnetic resonance imaging" at the position of their first word. A form that means several things does so
// only where the words around it tell, up to eight on either side in its sentence. Two forms of one concept
// side by side, "PT (physical therapy)", name it once. The table must outlive the finder.
std::shared_ptr<const MeaningFinder> concept_finder(const ConceptTable& table, Typing typing);

}  // namespace imr

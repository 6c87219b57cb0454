// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyzers/analyzer.h"
#include "analyzers/concept_table.h"

namespace imr {

// Whose capitals a text has.
enum class Typing : std::uint8_t { letter, query };

// Adds the concepts that words name as meanings: "MRI" and "magnetic resonance imaging" are both also
// "magnetic resonance imaging" at the position of their first word. A form that means several things does so
// only where the words around it tell, up to eight on either side in its sentence. Two forms of one concept
// side by side, "PT (physical therapy)", name it once. The table must outlive all streams.
TokenFilter concept_filter(const ConceptTable& table, Typing typing);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bench/generator/tables.h"

namespace imr {

// The forms of the letters over the years that are generated.
enum class Form { d, e, f, g };

// One guideline that a side bases its decision on.
struct Guide {
  enum class Kind { acoem, chronic_pain, acupuncture, general, odg } kind;
  const Area* area;          // of acoem and odg
  std::string_view section;  // empty: the whole guideline
  std::string_view pages;    // of chronic_pain
  std::string_view chapter;  // of odg
};

// Reads a notation of treatments.tsv: "ch:SECTION" (the area's ACOEM chapter), "cp:SECTION@PAGES" (Chronic
// Pain), "acu", "gen:SECTION" (General Approaches), "odg:TOPIC" (the area's ODG chapter), "odgp:TOPIC" (its
// Pain chapter), "odgx:CHAPTER:TOPIC".
Guide guide_of(std::string_view notation, const Area& area);

// Appends what stands after "... guideline: ", with guidelines of the MTUS before the others. `side` is
// "The Claims Administrator" or "The Expert Reviewer". No guides: nothing was cited.
void append_citation(std::string_view side, const std::vector<Guide>& guides, Form form, int year,
                     std::string& out);

// The guide in the words of the truth record, which the peers' drivers read.
struct NamedGuide {
  std::string_view source;  // "MTUS" or "Non-MTUS"
  std::string_view guide;
  int chapter;  // 0: none
  std::string_view name;
};
NamedGuide named_guide(const Guide& guide, Form form);

}  // namespace imr

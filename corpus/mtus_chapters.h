// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "analyzers/phrase_matcher.h"
#include "corpus/cited_guideline.h"

namespace imr {

// Where a title stands; it decides what the same title means.
enum class CitationPlace {
  mtus,           // "Decision based on MTUS …"
  acoem_outside,  // "Decision based on Non-MTUS Citation ACOEM …"
  elsewhere,      // no source is named
};

// The titles of the MTUS and ACOEM chapters; the values are rows of guideline_chapters(), or
// kGeneralApproaches.
const PhraseMatcher& mtus_titles();

// "General Approaches 2004": the name under which letters cite the first chapters of ACOEM; which one, its
// sections say.
inline constexpr int kGeneralApproaches = -1;

// The chapter of the second edition with that number; null if there is none.
const GuidelineChapter* second_edition_chapter(int number);

bool is_second_edition(const GuidelineChapter& chapter);
bool is_acoem_chapter(const GuidelineChapter& chapter);  // of the MTUS, any edition

// Whether the decision is dated December 2017 or later, when the chapters named A17-* are in force.
bool adopted_chapters_count(const CitationContext& context);

// Whether the title alone says which guideline is meant ("Low Back Complaints"), so that it needs no year
// and no "MTUS" before it as "Opioids" or "Low Back" do.
bool is_telling_title(std::span<const TextWord> title);

// The edition that is meant by a title that several may share; null if the title says nothing in that place.
// From December 2017 on a title is that of the chapters adopted then unless its year says otherwise; before,
// an ACOEM title that the second edition has not is the third edition (8 CCR 9792.22 to 9792.23.10).
const GuidelineChapter* edition_of(const PhraseMatch& title, std::span<const TextWord> words,
                                   std::optional<int> year, CitationPlace place,
                                   const CitationContext& context);

}  // namespace imr

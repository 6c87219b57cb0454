// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/determination.h"
#include "corpus/vocabulary.h"

namespace imr {

// A chapter, and the pages of it that are meant; without pages, the chapter at all.
struct CitedPlace {
  const GuidelineChapter* chapter = nullptr;
  std::vector<PageRange> pages = {};
};

// What the value of a cite: field means.
struct CitationValue {
  std::vector<CitedPlace> places = {};  // at least one; one or another of them
  std::vector<std::string> names = {};  // of the places: labels with pages
  std::vector<std::string> said = {};   // as short as can be typed to mean the same; ids tell editions apart
  bool exact = false;                   // a label or id as it is
  bool loose = false;                   // read as letters are, which passes over what is no chapter or page
};

// Reads a citation as people type it: "ACOEM2-08", "ACOEM ch 8 p 177-179", "MTUS Chronic Pain at 60", "ODG
// low back", "ACOEM" for all its chapters.
//
// A label or id wins; then come the name of the guidelines, the number of a chapter of ACOEM's second
// edition, a title or words that it holds, years of editions and pages, in any order but pages last. A title
// means all its editions unless a year is given. What is written as in a letter is read as there. Throws
// QueryError("unknown_value") at `offset` naming the nearest chapters.
CitationValue citation_value(std::string_view text, std::size_t offset);

}  // namespace imr

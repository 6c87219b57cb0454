// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text_words.h"
#include "corpus/citations.h"
#include "corpus/vocabulary.h"

namespace imr {

// Part of a citation text, as bytes and as words. The word after the last one can be looked at: its gap is
// what follows the part.
struct CitedPart {
  std::string_view text;            // of the whole citation
  std::span<const TextWord> words;  // of the whole citation, with the empty word at its end
  std::size_t begin = 0;            // words
  std::size_t end = 0;
};

// One mention of a guideline, before mentions of the same are joined.
struct CitedGuideline {
  const GuidelineChapter* chapter = nullptr;
  std::optional<int> year = {};  // as written
  std::vector<std::string> sections = {};
  std::vector<PageRange> pages = {};
  std::size_t begin = 0;  // words of the citation text that gave it
  std::size_t end = 0;
  bool unnamed = false;  // the source is named, the chapter is not
};

// The chapter with that id, which is known to be in the table.
const GuidelineChapter* known_chapter(std::string_view id);

// A mention of the chapter with that id.
CitedGuideline cited(std::string_view id, std::size_t begin, std::size_t end);

// One entry per chapter and edition, in order of first appearance, with the sections and pages of repeats
// joined. A mention without a year joins any edition of its chapter; where no mention has one, the year is
// that of the only edition, or of the first edition of an ACOEM second-edition chapter.
std::vector<GuidelineCitation> join_citations(std::string_view text, std::span<const TextWord> words,
                                              const std::vector<CitedGuideline>& mentions);

}  // namespace imr

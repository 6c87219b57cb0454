// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"

namespace imr {

using Chapters = std::vector<const GuidelineChapter*>;

// The chapters among these that words name: those with such a title or another form of it, else those with
// one that holds all the words. Other editions under the same label are named too.
Chapters chapters_named(const Chapters& among, const std::vector<std::string>& words);

// The words of a name as chapters_named() compares them: folded, in the singular, without what stands in
// brackets and without "chapter", "guideline" and the like.
std::vector<std::string> name_words(std::string_view name);
bool says_nothing(std::string_view folded_word);  // such a word

// Up to three labels, the nearest first, that are near to mistyped words; none if none is.
std::vector<std::string> nearest_chapters(const Chapters& among, const std::vector<std::string>& words);

}  // namespace imr

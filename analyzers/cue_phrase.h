// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

// The notation of phrases in assertion_cues.tsv. Private to analyzers/.
namespace imr {

// A part of a phrase: one word, or one of several choices. The word may be a mark: ">", or "@kind*" for any
// number of words of a group, also none.
struct CuePart {
  std::string_view word = {};
  std::vector<std::vector<CuePart>> choices = {};
};
using CuePhrase = std::vector<CuePart>;

using CueGroups = std::map<std::string, std::vector<std::string_view>, std::less<>>;

std::vector<std::string_view> split_words(std::string_view text);

// Reads "(is|are) not? @seen": alternatives in brackets, a word that may be left out, any word of a group.
// Throws std::logic_error if brackets do not match or a group is unknown. Views are of `notation` and
// `groups`.
CuePhrase read_cue_phrase(std::string_view notation, const CueGroups& groups);

}  // namespace imr

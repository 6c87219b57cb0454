// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The notation of phrases in assertion_cues.tsv. Private to analyzers/.
namespace imr {

// One wording of a cue. Only the first `cue_size` words are the cue itself. Before a word any words of the
// group `fillers` names may stand; most words have none. Views are of the notation and the groups.
struct CuePhrase {
  struct Word {
    std::string_view text;
    std::string_view fillers = {};
  };
  std::vector<Word> words;
  std::size_t cue_size = 0;
};

using CueGroups = std::map<std::string, std::vector<std::string>, std::less<>>;

std::vector<std::string_view> split_words(std::string_view text);

// All wordings of a phrase: "(is|are) not? @seen" has alternatives in brackets, an optional word and a group;
// ">" ends the cue; "@kind*" stands for any number of words of the group, also none. Throws std::logic_error
// if brackets do not match or a group is unknown.
std::vector<CuePhrase> expand_cue_phrase(std::string_view notation, const CueGroups& groups);

}  // namespace imr

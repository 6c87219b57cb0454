// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/word_codes.h"

#include <algorithm>

namespace imr {

void Vocabulary::relate(std::uint32_t word, std::uint32_t stem) {
  if (first_stem.size() <= word) first_stem.resize(words.size() + 1, 0);
  if (first_stem[word] == stem) return;
  if (first_stem[word] == 0) {
    first_stem[word] = stem;
    return;
  }
  const std::pair further(word, stem);
  if (std::ranges::find(further_stems, further) == further_stems.end()) further_stems.push_back(further);
}

}  // namespace imr

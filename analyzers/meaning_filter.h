// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"

namespace imr {

// Finds what the words of a text mean beyond themselves. Immutable, shared between threads.
class MeaningFinder {
 public:
  MeaningFinder() = default;
  MeaningFinder(const MeaningFinder&) = delete;
  MeaningFinder& operator=(const MeaningFinder&) = delete;
  virtual ~MeaningFinder() = default;

  // Appends meanings to `found`, in order of position. `tokens` are all of the text; their classes may be
  // changed.
  virtual void find(std::string_view text, std::vector<Token>& tokens, std::vector<Token>& found) const = 0;
};

// Adds the meanings that the finders find, those of the first finder first at each position. Reads the text
// to its end before it gives out the first token.
TokenFilter meaning_filter(std::vector<std::shared_ptr<const MeaningFinder>> finders);

}  // namespace imr

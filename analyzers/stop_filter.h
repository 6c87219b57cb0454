// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/flat_image.h"
#include "analyzers/word_index.h"

namespace imr {

// A list of folded words.
class StopWords {
 public:
  explicit StopWords(const std::vector<std::string_view>& words);
  StopWords(const StopWords&) = delete;
  StopWords& operator=(const StopWords&) = delete;

  bool contains(std::string_view word) const { return words_.find(word) != 0; }

 private:
  FlatImage image_;
  WordIndex words_;
};

// The words of stop_words.txt, folded. "no", "not", "nor" and "without" are not among them: they turn the
// meaning of a finding.
const StopWords& english_stop_words();

bool is_stop_word(std::string_view folded);

// Marks tokens that are words of the list; removes none, so that phrases can hold them. `words` must
// outlive the analyzer. The input must be folded.
TokenFilter stop_filter(const StopWords& words);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// The plainest analysis in use, for comparison: runs of letters and digits, in lower case, without stop
// words, stemmed by Porter's stemmer of 1980. It shares nothing with the project's own analyzer.
class PlainChain {
 public:
  using StopWords = std::set<std::string, std::less<>>;
  explicit PlainChain(const StopWords& stop_words) : stop_words_(stop_words) {}
  std::vector<std::string> terms(std::string_view text) const;

 private:
  const StopWords& stop_words_;
};

// The 33 words of Lucene's default English list.
const PlainChain::StopWords& lucene_stop_words();

// About 130 words: articles, pronouns, auxiliaries, prepositions, conjunctions and question words, and what
// is left of "don't" and "I'm" in runs of letters.
const PlainChain::StopWords& usual_stop_words();

}  // namespace imr

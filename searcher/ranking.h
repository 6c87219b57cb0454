// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include <xapian.h>

// The figures of ranking, chosen by measurement; docs/relevance.md has the tables.
namespace imr {

// BM25. A word of a rationale counts 2 (schema), so that k1 is 2.5 in such words: between 1.6 and 3 little
// changes, letters like it high. Issues of a letter share its summary, and b = 0.5 lets length count less
// than the usual 0.75.
constexpr double kBm25K1 = 5;
constexpr double kBm25B = 0.5;

// No floor under the length, and a query term counts as often as it is typed.
inline Xapian::BM25Weight bm25_weight() {
  constexpr double kQueryTermsInProportion = 1000;
  return {kBm25K1, 0, kQueryTermsInProportion, kBm25B, 0};
}

// Other names of what a query names (Medical Subject Headings), of each thing the best one found.
constexpr double kSynonymWeight = 0.4;  // of a word as typed

// Feedback: what the first hits have in common is added to the query at a small weight (Rocchio, in Salton's
// SMART, 1971). More hits, words or weight help where many documents are relevant and hurt where few are.
constexpr std::size_t kFeedbackHits = 10;
constexpr std::size_t kFeedbackWords = 20;
constexpr double kFeedbackWeight = 0.1;  // of the best of these words; a word as typed has 1
// In a small index the first hits soon are of another subject: no more than this share of all issues, and
// nothing where that is fewer than the least.
constexpr double kFeedbackShare = 0.01;
constexpr std::size_t kFeedbackLeastHits = 5;
// Words in more than this share of all issues tell nothing.
constexpr double kFeedbackMostFrequent = 0.2;

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/rationale_sentences.h"

#include <algorithm>
#include <string_view>

#include "analyzers/analyzer.h"
#include "analyzers/sentence_fingerprint.h"
#include "analyzers/sentences.h"
#include "analyzers/standing_text.h"

namespace imr {

std::vector<std::uint64_t> rationale_fingerprints(const Determination& letter) {
  std::vector<std::uint64_t> fingerprints;
  for (const Issue& issue : letter.issues) {
    for (const auto& [begin, end] : sentences_of(issue.rationale)) {
      const auto fingerprint =
          sentence_fingerprint(std::string_view(issue.rationale).substr(begin, end - begin));
      if (fingerprint) fingerprints.push_back(*fingerprint);
    }
  }
  std::ranges::sort(fingerprints);
  fingerprints.erase(std::unique(fingerprints.begin(), fingerprints.end()), fingerprints.end());
  return fingerprints;
}

std::vector<std::pair<std::size_t, std::size_t>> recurring_in(const Segment& segment, Row row,
                                                              const Issue& issue) {
  const std::vector<std::uint32_t> positions = segment.recurring_positions(row);
  if (positions.empty()) return {};
  return standing_text(issue.rationale, tokens_of(prose_analyzer(), issue.rationale), positions).recurring;
}

}  // namespace imr

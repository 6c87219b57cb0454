// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/case_filter.h"
#include "analyzers/concept_finder.h"
#include "analyzers/digest.h"
#include "analyzers/length_filter.h"
#include "analyzers/level_finder.h"
#include "analyzers/stem_filter.h"
#include "analyzers/stem_probes.h"
#include "analyzers/stemmer.h"
#include "analyzers/stop_filter.h"
#include "analyzers/word_tokenizer.h"

namespace imr {

extern const std::string_view kStopWordsTxt;
extern const std::string_view kStemExceptionsTxt;
extern const std::string_view kConceptsTsv;
extern const std::string_view kDrugsTsv;
extern const std::string_view kWordFormsTsv;
extern const std::string_view kWordFamiliesTsv;
extern const std::string_view kAssertionCuesTsv;

namespace {

// Raised by hand with each change of the tokenizer's or a filter's rules.
constexpr int kRules = 3;

std::string probe_stems() {
  std::string all;
  std::string stem;
  for (const auto probe : kStemProbes) {
    stem_term(probe, TokenClass::word, stem);
    all.append(stem).push_back('\n');
  }
  return all;
}

std::string all_tables() {
  std::string all;
  for (const auto table : {kStopWordsTxt, kStemExceptionsTxt, kWordFormsTsv, kWordFamiliesTsv,
                           kAssertionCuesTsv, kConceptsTsv, kDrugsTsv}) {
    all.append(table).push_back('\n');
  }
  return all;
}

}  // namespace

// Words without what they mean, which is itself told in words.
const Analyzer& word_analyzer() {
  static const auto words = Analyzer(word_tokenizer())
                                .then(case_filter())
                                .then(length_filter())
                                .then(stop_filter(english_stop_words()))
                                .then(stem_filter());
  return words;
}

const Analyzer& prose_analyzer() {
  static const auto prose = word_analyzer().then(
      meaning_filter({level_finder(), concept_finder(ConceptTable::standard(), Typing::letter)}));
  return prose;
}

const Analyzer& query_analyzer() {
  static const auto query = word_analyzer().then(
      meaning_filter({level_finder(), concept_finder(ConceptTable::standard(), Typing::query)}));
  return query;
}

std::string analyzer_fingerprint() {
  static const auto fingerprint = "prose-" + std::to_string(kRules) + " words-" + hex_digest(all_tables()) +
                                  " stems-" + hex_digest(probe_stems());
  return fingerprint;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/assertion.h"

#include "analyzers/analyzer.h"
#include "analyzers/assertion_scanner.h"
#include "analyzers/assertion_signs.h"
#include "analyzers/case_filter.h"
#include "analyzers/word_tokenizer.h"

namespace imr {

std::string_view name_of(Assertion assertion) {
  switch (assertion) {
    case Assertion::negated:
      return "negated";
    case Assertion::possible:
      return "possible";
    case Assertion::undocumented:
      return "undocumented";
    case Assertion::other:
      return "other";
    case Assertion::affirmed:
      break;
  }
  return "affirmed";
}

std::vector<AssertionScope> assertion_scopes(std::string_view text) {
  static const auto analyzer = Analyzer(word_tokenizer()).then(case_filter());
  const auto tokens = tokens_of(analyzer, text);
  std::vector<AssertionWord> words;
  words.reserve(tokens.size());
  for (const auto& token : tokens) {
    if (!token.compound) words.push_back({token.term, token.begin, token.end});
  }
  std::vector<AssertionScope> scopes;
  append_assertion_scopes(text, words, scopes);
  return scopes;
}

void append_assertion_scopes(std::string_view text, std::span<const AssertionWord> words,
                             std::vector<AssertionScope>& scopes) {
  const auto signs = spoken_signs(text);
  if (signs.empty()) return AssertionScanner(text, words, scopes).scan();
  const auto all = with_signs(words, signs);
  AssertionScanner(text, all, scopes).scan();
}

}  // namespace imr

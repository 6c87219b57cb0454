// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/analyzers/terms.h"

#include "analyzers/case_filter.h"
#include "analyzers/stem_filter.h"
#include "analyzers/stop_filter.h"
#include "analyzers/word_tokenizer.h"

namespace imr {
namespace {

std::vector<Token> parts_of(const Analyzer& analyzer, std::string_view text, TermKind kind) {
  auto tokens = tokens_of(analyzer, text);
  std::erase_if(tokens, [kind](const Token& token) { return token.compound || token.kind != kind; });
  return tokens;
}

std::vector<std::string> terms_of_kind(const Analyzer& analyzer, std::string_view text, TermKind kind) {
  std::vector<std::string> terms;
  for (const auto& token : parts_of(analyzer, text, kind)) terms.push_back(token.term);
  return terms;
}

}  // namespace

const Analyzer& folded_words() {
  static const auto analyzer = Analyzer(word_tokenizer()).then(case_filter());
  return analyzer;
}

const Analyzer& folded_and_stemmed() {
  static const auto analyzer = folded_words().then(stop_filter(english_stop_words())).then(stem_filter());
  return analyzer;
}

std::vector<std::string> terms_of(const Analyzer& analyzer, std::string_view text) {
  return terms_of_kind(analyzer, text, TermKind::surface);
}

std::vector<std::string> stems_of(const Analyzer& analyzer, std::string_view text) {
  return terms_of_kind(analyzer, text, TermKind::stem);
}

std::vector<std::string> meanings_of(const Analyzer& analyzer, std::string_view text) {
  return terms_of_kind(analyzer, text, TermKind::meaning);
}

Token token_of(const Analyzer& analyzer, std::string_view text) {
  const auto tokens = parts_of(analyzer, text, TermKind::surface);
  return tokens.size() == 1 ? tokens[0] : Token();
}

}  // namespace imr

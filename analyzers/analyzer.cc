// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/analyzer.h"

#include <utility>

namespace imr {

Analyzer::Analyzer(Tokenizer tokenizer) : tokenizer_(std::move(tokenizer)) {}

Analyzer Analyzer::then(TokenFilter filter) const {
  Analyzer longer = *this;
  longer.filters_.push_back(std::move(filter));
  return longer;
}

std::unique_ptr<TokenStream> Analyzer::analyze(std::string_view text) const {
  auto stream = tokenizer_(text);
  for (const auto& filter : filters_) stream = filter(std::move(stream), text);
  return stream;
}

std::vector<Token> tokens_of(const Analyzer& analyzer, std::string_view text) {
  std::vector<Token> tokens;
  const auto stream = analyzer.analyze(text);
  tokens.reserve(text.size() / 3);
  stream->read_all(tokens);
  return tokens;
}

}  // namespace imr

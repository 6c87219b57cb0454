// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/form_words.h"

#include <algorithm>
#include <utility>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"

namespace imr {

// The recipe below the concepts; prose_analyzer.cc.
const Analyzer& word_analyzer();

namespace {

bool in_capitals(std::string_view word) {
  return std::ranges::any_of(word, is_ascii_capital) && std::ranges::none_of(word, is_ascii_small);
}

}  // namespace

AnalyzedForms::AnalyzedForms(const std::vector<std::string_view>& forms) : words_(forms.size()) {
  for (const auto form : forms) {
    text_.append(form).append(" | ");
    ends_.push_back(text_.size());
  }
  const auto stream = word_analyzer().analyze(text_);
  std::size_t at = 0;
  for (Token token; stream->next(token);) {
    while (ends_[at] < token.end) ++at;
    add(token, words_[at]);
  }
}

void AnalyzedForms::add(Token& token, FormWords& words) const {
  if (token.kind == TermKind::stem) {
    if (!token.compound) words.stems.push_back(std::move(token.term));
  } else if (token.compound) {
    words.compound = std::move(token.term);
  } else if (token.kind == TermKind::surface) {
    words.capitals.push_back(
        in_capitals(std::string_view(text_).substr(token.begin, token.end - token.begin)));
    words.surfaces.push_back(std::move(token.term));
  }
}

}  // namespace imr

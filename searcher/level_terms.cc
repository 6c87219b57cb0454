// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/level_terms.h"

#include "analyzers/analyzer.h"
#include "analyzers/spinal_levels.h"

namespace imr {

namespace {

std::string in_capitals(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return text;
}

}  // namespace

LevelTerms level_terms(std::string_view text) {
  LevelTerms terms;
  std::size_t end = 0;
  std::vector<std::string> vertebrae;
  for (const Token& token : tokens_of(query_analyzer(), text)) {
    if (token.kind != TermKind::meaning || token.token_class != TokenClass::level) {
      if (token.kind == TermKind::surface && token.token_class != TokenClass::level && token.begin >= end) {
        const bool joins =
            token.term == "and" || token.term == "through" || token.term == "to" || token.term == "thru";
        if (!joins) return {};
      }
      continue;
    }
    end = token.end;
    (token.term.find('-') == std::string::npos ? vertebrae : terms.names).push_back(token.term);
  }
  // "L4 and L5" is the segment between them; a vertebra alone is all that touches it.
  if (terms.names.empty()) {
    for (const std::string& vertebra : vertebrae) {
      for (std::string& name : segments_touching(vertebra)) terms.names.push_back(std::move(name));
      terms.names.push_back(vertebra);
    }
  }
  for (const std::string& name : terms.names) terms.shown.push_back(in_capitals(name));
  return terms;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_words.h"

#include "analyzers/analyzer.h"

namespace imr {

QueryWords analyze_words(std::string_view text) {
  QueryWords result;
  std::size_t compounds = 0;
  std::size_t outside = 0;  // parts that belong to no compound
  std::size_t compound_end = 0;
  const auto stream = prose_analyzer().analyze(text);
  for (Token token; stream->next(token);) {
    if (token.compound) {
      if (token.kind != TermKind::surface) continue;
      ++compounds;
      compound_end = token.end;
      result.compound = token.term;
    } else if (token.kind == TermKind::surface) {
      if (token.begin >= compound_end) ++outside;
      result.words.push_back({token.term, token.term, token.stop_word});
    } else if (!result.words.empty()) {
      result.words.back().stem = token.term;
    }
  }
  if (compounds != 1 || outside > 0) result.compound.clear();
  result.any_order =
      result.compound.find('/') != std::string::npos && result.compound.find('-') == std::string::npos;
  return result;
}

}  // namespace imr

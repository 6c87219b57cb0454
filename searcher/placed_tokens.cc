// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/placed_tokens.h"

#include "analyzers/text_marks.h"
#include "schema/schema.h"

namespace imr {

std::vector<PlacedToken> placed_tokens(std::string_view text, std::span<const Token> tokens,
                                       const StandingText& standing) {
  std::vector<PlacedToken> placed;
  for (const Token& token : tokens) {
    if (token.kind == TermKind::stem) continue;
    const bool meaning = token.kind == TermKind::meaning;
    placed.push_back(
        {meaning ? meaning_token(token.term) : token.term, token.position, token.begin, token.end});
  }
  for (const TextMark& mark : text_marks(text, tokens, standing)) {
    placed.push_back({mark_token(mark.name), mark.position, 0, 0});
  }
  return placed;
}

}  // namespace imr

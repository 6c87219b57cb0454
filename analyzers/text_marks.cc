// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/text_marks.h"

#include <algorithm>

#include "analyzers/sentences.h"

namespace imr {
namespace {

bool is_word(const Token& token) { return token.kind == TermKind::surface && !token.compound; }

// Whether a line ends before `at` with nothing but blanks between.
bool after_line_end(std::string_view text, std::size_t at) {
  const auto before = text.find_last_not_of(" \t\r\f", at == 0 ? 0 : at - 1);
  return at == 0 || before == std::string_view::npos || text[before] == '\n';
}

}  // namespace

std::vector<TextMark> text_marks(std::string_view text, std::span<const Token> tokens) {
  std::vector<TextMark> marks;
  auto token = tokens.begin();
  for (const auto& [begin, end] : sentences_of(text)) {
    token = std::find_if(token, tokens.end(),
                         [from = begin](const Token& t) { return is_word(t) && t.begin >= from; });
    if (token == tokens.end()) break;
    if (token->begin >= end) continue;
    marks.push_back({kSentenceMark, token->position});
    if (after_line_end(text, begin)) marks.push_back({kParagraphMark, token->position});
  }
  return marks;
}

}  // namespace imr

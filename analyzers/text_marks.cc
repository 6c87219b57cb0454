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

void mark_units(std::string_view text, std::span<const Token> tokens, std::vector<TextMark>& marks) {
  auto token = tokens.begin();
  for (const auto& [begin, end] : sentences_of(text)) {
    token = std::find_if(token, tokens.end(),
                         [from = begin](const Token& t) { return is_word(t) && t.begin >= from; });
    if (token == tokens.end()) break;
    if (token->begin >= end) continue;
    marks.push_back({kSentenceMark, token->position});
    if (after_line_end(text, begin)) marks.push_back({kParagraphMark, token->position});
  }
}

void mark_assertions(std::string_view text, std::span<const Token> tokens, std::vector<TextMark>& marks) {
  auto token = tokens.begin();
  for (const AssertionScope& scope : assertion_scopes(text, tokens)) {
    for (; token != tokens.end() && token->begin < scope.end; ++token) {
      if (is_word(*token) && token->begin >= scope.begin)
        marks.push_back({name_of(scope.assertion), token->position});
    }
  }
}

}  // namespace

std::vector<AssertionScope> assertion_scopes(std::string_view text, std::span<const Token> tokens) {
  std::vector<AssertionWord> words;
  for (const Token& token : tokens) {
    if (is_word(token)) words.push_back({token.term, token.begin, token.end});
  }
  std::vector<AssertionScope> scopes;
  append_assertion_scopes(text, words, scopes);
  return scopes;
}

std::vector<TextMark> text_marks(std::string_view text, std::span<const Token> tokens) {
  std::vector<TextMark> marks;
  mark_units(text, tokens, marks);
  mark_assertions(text, tokens, marks);
  return marks;
}

}  // namespace imr

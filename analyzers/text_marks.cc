// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/text_marks.h"

#include <algorithm>

#include "analyzers/first_word.h"
#include "analyzers/sentences.h"

namespace imr {
namespace {

// Whether a line ends before `at` with nothing but blanks between.
bool after_line_end(std::string_view text, std::size_t at) {
  const auto before = text.find_last_not_of(" \t\r\f", at == 0 ? 0 : at - 1);
  return at == 0 || before == std::string_view::npos || text[before] == '\n';
}

void mark_units(std::string_view text, std::span<const Token> tokens, std::vector<TextMark>& marks) {
  auto token = tokens.begin();
  for (const auto& [begin, end] : sentences_of(text)) {
    token = first_word_from(tokens, token, begin);
    if (token == tokens.end()) break;
    if (token->begin >= end) continue;
    marks.push_back({kSentenceMark, token->position});
    if (after_line_end(text, begin)) marks.push_back({kParagraphMark, token->position});
  }
}

void mark_recurring(std::span<const Token> tokens, const StandingText& standing,
                    std::vector<TextMark>& marks) {
  auto token = tokens.begin();
  for (const auto& range : standing.recurring) {
    token = first_word_from(tokens, token, range.first);
    if (token == tokens.end()) break;
    if (token->begin < range.second) marks.push_back({kRecurringMark, token->position});
  }
}

// The standing text that is said of others, whatever it says.
StandingText no_evidence(std::string_view text, StandingText standing) {
  std::erase_if(standing.recurring, [&](const auto& range) {
    return speaks_of_case(text.substr(range.first, range.second - range.first));
  });
  return standing;
}

void mark_assertions(std::string_view text, std::span<const Token> tokens, const StandingText& others,
                     std::vector<TextMark>& marks) {
  const std::vector<AssertionScope> scopes = assertion_scopes(text, tokens);
  auto scope = scopes.begin();
  for (const Token& token : tokens) {
    if (!is_word(token)) continue;
    while (scope != scopes.end() && scope->end <= token.begin) ++scope;
    if (others.covers(token.begin)) {
      marks.push_back({name_of(Assertion::other), token.position});
    } else if (scope != scopes.end() && scope->begin <= token.begin) {
      marks.push_back({name_of(scope->assertion), token.position});
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

std::vector<TextMark> text_marks(std::string_view text, std::span<const Token> tokens,
                                 const StandingText& standing) {
  std::vector<TextMark> marks;
  mark_units(text, tokens, marks);
  mark_recurring(tokens, standing, marks);
  mark_assertions(text, tokens, no_evidence(text, standing), marks);
  return marks;
}

}  // namespace imr

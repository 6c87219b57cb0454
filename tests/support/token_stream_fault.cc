// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/token_stream_fault.h"

#include <cstddef>
#include <vector>

namespace imr {
namespace {

Token nonsense(int variant) {
  const bool odd = variant % 2 != 0;
  return {.term = odd ? "nonsense that is long enough to have been allocated" : "",
          .begin = odd ? 999'999'999U : 7U,
          .end = odd ? 3U : 888'888'888U,
          .position = odd ? 0U : 777'777U,
          .kind = odd ? TermKind::stem : TermKind::surface,
          .token_class = odd ? TokenClass::drug : TokenClass::score,
          .stop_word = odd,
          .compound = odd};
}

struct Run {
  std::vector<Token> tokens;
  bool ended_for_good = true;
};

// Every token starts as nonsense of the variant; a field left alone differs between variants.
Run run(const Analyzer& analyzer, std::string_view text, int variant) {
  Run result;
  const auto stream = analyzer.analyze(text);
  for (Token token = nonsense(variant); stream->next(token); token = nonsense(variant))
    result.tokens.push_back(token);
  for (int i = 0; i < 3; ++i) {
    Token token = nonsense(variant);
    if (stream->next(token)) result.ended_for_good = false;
  }
  return result;
}

bool is_sound(const Token& token, std::string_view text) {
  return !token.term.empty() && token.begin < token.end && token.end <= text.size() && token.position >= 1;
}

bool follows(const Token& later, const Token& earlier) {
  if (later.position == earlier.position) {
    return later.kind > earlier.kind || (later.kind == earlier.kind && later.begin >= earlier.begin);
  }
  return later.position > earlier.position && later.begin >= earlier.begin && later.kind == TermKind::surface;
}

std::size_t first_unsound(const std::vector<Token>& tokens, std::string_view text) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_sound(tokens[i], text) || (i > 0 && !follows(tokens[i], tokens[i - 1]))) return i;
  }
  return tokens.size();
}

// Reads a few tokens by turns from two runs and leaves one of them unfinished.
std::vector<Token> run_beside_another(const Analyzer& analyzer, std::string_view text) {
  std::vector<Token> tokens;
  const auto unfinished = analyzer.analyze(text);
  const auto stream = analyzer.analyze(text);
  Token other;
  for (Token token; stream->next(token);) {
    tokens.push_back(token);
    if (tokens.size() < 50) unfinished->next(other);
  }
  return tokens;
}

// The first token, then all others at once.
std::vector<Token> run_at_once(const Analyzer& analyzer, std::string_view text) {
  std::vector<Token> tokens;
  const auto stream = analyzer.analyze(text);
  Token first;
  if (!stream->next(first)) return tokens;
  tokens.push_back(first);
  stream->read_all(tokens);
  return tokens;
}

}  // namespace

std::string token_stream_fault(const Analyzer& analyzer, std::string_view text) {
  const auto [tokens, ended_for_good] = run(analyzer, text, 0);
  if (!ended_for_good) return "a token follows the end";
  if (const auto i = first_unsound(tokens, text); i < tokens.size()) {
    return "token " + std::to_string(i) + " \"" + tokens[i].term + "\" lies or follows wrongly";
  }
  if (tokens != run(analyzer, text, 1).tokens) return "a second run differs";
  if (tokens != tokens_of(analyzer, text)) return "all tokens at once differ";
  if (tokens != run_at_once(analyzer, text)) return "all tokens behind the first differ";
  if (tokens != run_beside_another(analyzer, text)) return "a run beside an unfinished one differs";
  return {};
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzers/token.h"

namespace imr {

// What a reader of shorthand found: bytes [begin, end) of the scanned text, and the term for them.
// Private to analyzers/. Lexemes are reused, so readers assign to `term` and never replace it.
struct Lexeme {
  std::size_t begin = 0;
  std::size_t end = 0;
  TokenClass token_class = TokenClass::word;
  std::string term;

  // Takes [from, to) and starts an empty term.
  void start(std::size_t from, std::size_t to, TokenClass kind) {
    begin = from;
    end = to;
    token_class = kind;
    term.clear();
  }

  // Takes [from, to) of `text` as it is written.
  void take(std::string_view text, std::size_t from, std::size_t to, TokenClass kind) {
    start(from, to, kind);
    term.append(text.substr(from, to - from));
  }
};

}  // namespace imr

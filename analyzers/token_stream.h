// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analyzers/token.h"

namespace imr {

// One run of an analyzer over one text, which must outlive the stream.
class TokenStream {
 public:
  TokenStream() = default;
  TokenStream(const TokenStream&) = delete;
  TokenStream& operator=(const TokenStream&) = delete;
  virtual ~TokenStream() = default;

  // Fills all of `token` and returns true, or returns false at the end, then and ever after.
  // Tokens come in order of position; at one position surface terms come before stems, stems before
  // meanings.
  virtual bool next(Token& token) = 0;

  // Appends all tokens that are left.
  virtual void read_all(std::vector<Token>& tokens) {
    while (next(tokens.emplace_back())) {
    }
    tokens.pop_back();
  }
};

}  // namespace imr

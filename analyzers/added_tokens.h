// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "analyzers/token_stream.h"

namespace imr {

// The base of filters that see a whole text before they add tokens to it. Private to analyzers/.
class AddedTokens : public TokenStream {
 public:
  explicit AddedTokens(std::unique_ptr<TokenStream> input) : input_(std::move(input)) {}

  bool next(Token& token) final;

 protected:
  // The tokens to be added, in order of position; called once, with all tokens of the input, whose classes it
  // may change.
  virtual std::vector<Token> added(std::vector<Token>& tokens) = 0;

 private:
  void read_all();

  std::unique_ptr<TokenStream> input_;
  bool read_ = false;
  std::vector<Token> tokens_;
  std::vector<Token> added_;
  std::size_t next_token_ = 0;
  std::size_t next_added_ = 0;
};

}  // namespace imr

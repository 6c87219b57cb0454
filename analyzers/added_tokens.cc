// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/added_tokens.h"

namespace imr {

void AddedTokens::read_all() {
  for (Token token; input_->next(token);) tokens_.push_back(std::move(token));
  added_ = added(tokens_);
  read_ = true;
}

bool AddedTokens::next(Token& token) {
  if (!read_) read_all();
  const bool more = next_token_ < tokens_.size();
  const bool insert =
      next_added_ < added_.size() && (!more || tokens_[next_token_].position > added_[next_added_].position);
  if (!more && !insert) return false;
  token = std::move(insert ? added_[next_added_++] : tokens_[next_token_++]);
  return true;
}

}  // namespace imr

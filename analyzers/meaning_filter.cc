// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/meaning_filter.h"

#include <algorithm>
#include <utility>

namespace imr {
namespace {

using Finders = std::vector<std::shared_ptr<const MeaningFinder>>;

class MeaningStream final : public TokenStream {
 public:
  MeaningStream(std::unique_ptr<TokenStream> input, std::string_view text, const Finders& finders)
      : input_(std::move(input)), text_(text), finders_(finders) {}

  bool next(Token& token) override {
    if (!read_) read_input();
    const bool more = next_token_ < tokens_.size();
    const bool insert = next_meaning_ < meanings_.size() &&
                        (!more || tokens_[next_token_].position > meanings_[next_meaning_].position);
    if (!more && !insert) return false;
    token = std::move(insert ? meanings_[next_meaning_++] : tokens_[next_token_++]);
    return true;
  }

  // As next() would, but each token is moved at most once.
  void read_all(std::vector<Token>& tokens) override {
    if (read_ || !tokens.empty()) return TokenStream::read_all(tokens);
    tokens_.swap(tokens);
    read_input();
    tokens.swap(tokens_);
    insert_meanings(tokens);
  }

 private:
  void read_input() {
    input_->read_all(tokens_);
    for (const auto& finder : finders_) finder->find(text_, tokens_, meanings_);
    std::ranges::stable_sort(meanings_, {}, &Token::position);
    read_ = true;
  }

  // Each behind the tokens of its position; from the end, so that what has its place already stays there.
  void insert_meanings(std::vector<Token>& tokens) {
    auto from = tokens.size();
    tokens.resize(tokens.size() + meanings_.size());
    for (auto to = tokens.size(); !meanings_.empty(); --to) {
      const bool is_meaning = from == 0 || tokens[from - 1].position <= meanings_.back().position;
      swap(tokens[to - 1], is_meaning ? meanings_.back() : tokens[--from]);
      if (is_meaning) meanings_.pop_back();
    }
  }

  std::unique_ptr<TokenStream> input_;
  std::string_view text_;
  const Finders& finders_;
  bool read_ = false;
  std::vector<Token> tokens_;
  std::vector<Token> meanings_;
  std::size_t next_token_ = 0;
  std::size_t next_meaning_ = 0;
};

}  // namespace

TokenFilter meaning_filter(Finders finders) {
  const auto shared = std::make_shared<const Finders>(std::move(finders));
  return [shared](std::unique_ptr<TokenStream> input, std::string_view text) {
    return std::make_unique<MeaningStream>(std::move(input), text, *shared);
  };
}

}  // namespace imr

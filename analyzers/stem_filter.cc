// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/stem_filter.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "analyzers/letters.h"
#include "analyzers/stemmer.h"

namespace imr {
namespace {

// "work-up", "evi-dence": two or more runs of letters.
bool is_hyphenated_word(std::string_view term) {
  return term.find('-') != std::string_view::npos &&
         std::ranges::all_of(term, [](char c) { return c == '-' || is_ascii_letter(c); });
}

// A compound stands at the position of its first part, so its stem has to wait for that part.
class StemStream final : public TokenStream {
 public:
  explicit StemStream(std::unique_ptr<TokenStream> input) : input_(std::move(input)) {}

  bool next(Token& token) override {
    if (!in_compound_ && give_stem(token)) return true;
    if (!input_->next(token)) {
      in_compound_ = false;
      return give_stem(token);
    }
    keep_stem_of(token);
    in_compound_ = token.compound;
    return true;
  }

 private:
  bool give_stem(Token& token) {
    if (next_stem_ == stem_count_) {
      next_stem_ = stem_count_ = 0;
      return false;
    }
    swap(token, stems_[next_stem_++]);
    return true;
  }

  void keep_stem_of(const Token& token);

  std::unique_ptr<TokenStream> input_;
  std::vector<Token> stems_;  // of the position being given out; reused
  std::size_t stem_count_ = 0;
  std::size_t next_stem_ = 0;
  std::string joined_;
  bool in_compound_ = false;  // a compound was given, its first part was not
};

void StemStream::keep_stem_of(const Token& token) {
  if (stem_count_ == stems_.size()) stems_.emplace_back();
  auto& stem = stems_[stem_count_++];
  stem.begin = token.begin;
  stem.end = token.end;
  stem.position = token.position;
  stem.kind = TermKind::stem;
  stem.token_class = token.token_class;
  stem.stop_word = token.stop_word;
  stem.compound = token.compound;
  if (!token.compound) {
    stem_term(token.term, token.token_class, stem.term);
  } else if (is_hyphenated_word(token.term)) {
    joined_.assign(token.term);
    std::erase(joined_, '-');
    stem_term(joined_, TokenClass::word, stem.term);
  } else {
    stem.term.assign(token.term);
  }
}

}  // namespace

TokenFilter stem_filter() {
  return [](std::unique_ptr<TokenStream> input, std::string_view) {
    return std::make_unique<StemStream>(std::move(input));
  };
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/stop_filter.h"

#include <algorithm>
#include <utility>

#include "analyzers/data_lines.h"

namespace imr {

extern const std::string_view kStopWordsTxt;

namespace {

// Most words of a text are longer and need no look-up.
constexpr std::size_t kLongestStopWord = 10;

class StopStream final : public TokenStream {
 public:
  StopStream(std::unique_ptr<TokenStream> input, const StopWords& words)
      : input_(std::move(input)), words_(words) {}

  bool next(Token& token) override {
    if (!input_->next(token)) return false;
    token.stop_word = token.token_class == TokenClass::word && token.term.size() <= kLongestStopWord &&
                      !token.compound && words_.contains(token.term);
    return true;
  }

 private:
  std::unique_ptr<TokenStream> input_;
  const StopWords& words_;
};

}  // namespace

StopWords::StopWords(const std::vector<std::string_view>& words) {
  FlatWriter writer;
  WordIndex::write({words.begin(), words.end()}, writer);
  image_ = writer.take();
  FlatReader reader(image_);
  words_ = WordIndex(reader);
}

const StopWords& english_stop_words() {
  static const StopWords words(data_lines(kStopWordsTxt));
  return words;
}

bool is_stop_word(std::string_view folded) { return english_stop_words().contains(folded); }

TokenFilter stop_filter(const StopWords& words) {
  return [&words](std::unique_ptr<TokenStream> input, std::string_view) {
    return std::make_unique<StopStream>(std::move(input), words);
  };
}

}  // namespace imr

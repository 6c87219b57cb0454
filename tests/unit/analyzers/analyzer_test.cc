// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/analyzer.h"

#include <utility>

#include <doctest/doctest.h>

#include "analyzers/case_filter.h"
#include "analyzers/word_tokenizer.h"

using namespace imr;

TEST_CASE("a recipe is not changed by adding a step to it") {
  const Analyzer written(word_tokenizer());
  const auto folded = written.then(case_filter());
  CHECK(tokens_of(written, "MRI").at(0).term == "MRI");
  CHECK(tokens_of(folded, "MRI").at(0).term == "mri");
}

TEST_CASE("filters run in the order in which they were added") {
  const auto appending = [](std::string suffix) {
    class Appender final : public TokenStream {
     public:
      Appender(std::unique_ptr<TokenStream> input, std::string suffix)
          : input_(std::move(input)), suffix_(std::move(suffix)) {}
      bool next(Token& token) override {
        if (!input_->next(token)) return false;
        token.term += suffix_;
        return true;
      }

     private:
      std::unique_ptr<TokenStream> input_;
      std::string suffix_;
    };
    return [suffix](std::unique_ptr<TokenStream> input, std::string_view) {
      return std::make_unique<Appender>(std::move(input), suffix);
    };
  };
  const auto analyzer = Analyzer(word_tokenizer()).then(appending("1")).then(appending("2"));
  CHECK(tokens_of(analyzer, "knee").at(0).term == "knee12");
}

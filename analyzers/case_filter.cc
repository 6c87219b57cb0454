// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/case_filter.h"

#include <utility>

#include "analyzers/folding.h"

namespace imr {
namespace {

class CaseStream final : public TokenStream {
 public:
  explicit CaseStream(std::unique_ptr<TokenStream> input) : input_(std::move(input)) {}

  bool next(Token& token) override {
    if (!input_->next(token)) return false;
    fold_term(token.term);
    return true;
  }

 private:
  std::unique_ptr<TokenStream> input_;
};

}  // namespace

TokenFilter case_filter() {
  return [](std::unique_ptr<TokenStream> input, std::string_view) {
    return std::make_unique<CaseStream>(std::move(input));
  };
}

}  // namespace imr

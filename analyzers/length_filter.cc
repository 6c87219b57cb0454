// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/length_filter.h"

#include <utility>

#include "analyzers/digest.h"

namespace imr {
namespace {

constexpr std::size_t kHashDigits = 16;

bool is_inside_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

void shorten(std::string& term) {
  const auto digest = hex_digest(term);
  std::size_t cut = kLongestTerm - kHashDigits - 1;
  while (cut > 0 && is_inside_code_point(term[cut])) --cut;
  term.resize(cut);
  term.append("~").append(digest);
}

class LengthStream final : public TokenStream {
 public:
  explicit LengthStream(std::unique_ptr<TokenStream> input) : input_(std::move(input)) {}

  bool next(Token& token) override {
    if (!input_->next(token)) return false;
    if (token.term.size() > kLongestTerm) shorten(token.term);
    return true;
  }

 private:
  std::unique_ptr<TokenStream> input_;
};

}  // namespace

TokenFilter length_filter() {
  return [](std::unique_ptr<TokenStream> input, std::string_view) {
    return std::make_unique<LengthStream>(std::move(input));
  };
}

}  // namespace imr

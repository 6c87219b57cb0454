// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

// One piece of a request as counting reads it.
struct RequestToken {
  enum class Kind : std::uint8_t { number, range, word, mark } kind = Kind::word;
  int number = 0;         // of a number: "12", "twelve", "12.00"
  std::string word = {};  // in small letters; of a mark the character
  int depth = 0;          // brackets that are open here

  [[nodiscard]] bool is_number() const { return kind == Kind::number; }
  [[nodiscard]] bool is(std::string_view text) const { return word == text; }
};

// The tokens of a request. "2x6" and "x12" fall apart at their letters, "once" is "1 time"; a number that a
// bracket repeats, "six (6)", stands once. "2-3", "1 to 2" are ranges; dates, doses and fractions are words.
std::vector<RequestToken> request_tokens(std::string_view text);

}  // namespace imr

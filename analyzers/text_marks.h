// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/assertion.h"
#include "analyzers/token.h"

namespace imr {

// The names of marks: "sentence" and "paragraph" stand at the first word of one, the names of assertions
// but "affirmed" at each word of which they are said.
constexpr std::string_view kSentenceMark = "sentence";
constexpr std::string_view kParagraphMark = "paragraph";

struct TextMark {
  std::string_view name;
  std::uint32_t position = 0;
};

// What is said of the words of a text; analyzers/assertion.h.
std::vector<AssertionScope> assertion_scopes(std::string_view text, std::span<const Token> tokens);

// The marks of a text whose tokens are given, by position within each name.
std::vector<TextMark> text_marks(std::string_view text, std::span<const Token> tokens);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/assertion.h"
#include "analyzers/standing_text.h"
#include "analyzers/token.h"

namespace imr {

// The names of marks: "sentence" and "paragraph" stand at the first word of one, the names of assertions
// but "affirmed" at each word of which they are said, and "recurring" at the first word of a sentence that
// recurs.
constexpr std::string_view kSentenceMark = "sentence";
constexpr std::string_view kParagraphMark = "paragraph";
constexpr std::string_view kRecurringMark = "recurring";

struct TextMark {
  std::string_view name;
  std::uint32_t position = 0;
};

// What is said of the words of a text; analyzers/assertion.h.
std::vector<AssertionScope> assertion_scopes(std::string_view text, std::span<const Token> tokens);

// The marks of a text whose tokens are given, by position within each name. What is standing text is said of
// others, whatever it says, unless a sentence that recurs speaks of the case.
std::vector<TextMark> text_marks(std::string_view text, std::span<const Token> tokens,
                                 const StandingText& standing = {});

}  // namespace imr

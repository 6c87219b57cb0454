// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/standing_text.h"
#include "analyzers/token.h"

namespace imr {

// A token as the index has it at a position: a surface term, a meaning or a mark.
struct PlacedToken {
  std::string name;
  std::uint32_t position = 0;
  std::size_t begin = 0;  // bytes of the text; none for a mark
  std::size_t end = 0;
};

// All of a text whose tokens are given, in order of position within each name.
std::vector<PlacedToken> placed_tokens(std::string_view text, std::span<const Token> tokens,
                                       const StandingText& standing);

}  // namespace imr

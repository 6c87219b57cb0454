// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "analyzers/token.h"

// Private to analyzers/.
namespace imr {

// Goes on from `token` to the first word that begins at byte `at` or behind it, or to the end.
inline std::span<const Token>::iterator first_word_from(std::span<const Token> tokens,
                                                        std::span<const Token>::iterator token,
                                                        std::size_t at) {
  return std::find_if(token, tokens.end(), [at](const Token& t) { return is_word(t) && t.begin >= at; });
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <unicode/umachine.h>
#include <unicode/utf8.h>

namespace imr {

constexpr UChar32 kReplacement = 0xFFFD;

// The code point at `at`, which moves behind it; malformed bytes give U+FFFD.
inline UChar32 next_code_point(std::string_view text, std::size_t& at) {
  auto position = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT(text.data(), position, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(position);
  return c < 0 ? kReplacement : c;
}

// Adds a code point as UTF-8.
inline void append(std::string& text, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  text.append(bytes, static_cast<std::size_t>(length));
}

}  // namespace imr

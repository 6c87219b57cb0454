// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace imr {
namespace {

struct Character {
  UChar32 code;  // negative: not UTF-8
  std::size_t length;
};

Character character_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return {byte, 1};
  std::size_t next = offset;
  UChar32 code = 0;
  U8_NEXT(text.data(), next, text.size(), code);
  return {code, next - offset};
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t offset) {
  return character_at(text, offset).length;
}

std::size_t blank_at(std::string_view text, std::size_t offset) {
  const Character character = character_at(text, offset);
  return character.code >= 0 && u_isUWhiteSpace(character.code) ? character.length : 0;
}

// Word processors turn "..." into typographic quotes, and not always both of them.
std::size_t quote_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  if (text[offset] == '"') return 1;
  const std::string_view typographic = text.substr(offset, 3);
  return typographic == "\u201C" || typographic == "\u201D" || typographic == "\u201E" ? 3 : 0;
}

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.code < 0 || u_isalnum(character.code)) return true;
    at += character.length;
  }
  return false;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/letters.h"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace imr {

std::size_t wide_word_char(std::string_view text, std::size_t at, bool starts) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t next = at;
  UChar32 c = 0;
  U8_NEXT(bytes, next, text.size(), c);
  if (c < 0) return 0;
  const auto wanted = starts ? U_GC_L_MASK | U_GC_N_MASK : U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
  return (U_GET_GC_MASK(c) & wanted) != 0 ? next - at : 0;
}

std::size_t word_run_end(std::string_view text, std::size_t at) {
  while (const auto length = word_char(text, at)) at += length;
  return at;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  bool line_ended = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '\n' && !line_ended) {
      line_ended = true;
    } else if (!is_ascii_blank(text[at])) {
      break;
    }
  }
  return at;
}

void append_lower(std::string& term, std::string_view ascii) {
  for (const char c : ascii) term.push_back(ascii_lower(c));
}

}  // namespace imr

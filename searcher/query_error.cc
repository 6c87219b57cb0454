// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_error.h"

#include <algorithm>

namespace imr {

std::size_t column_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto starts_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  return 1 + static_cast<std::size_t>(std::ranges::count_if(before, starts_character));
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/pages_value.h"

#include <charconv>

namespace imr {

std::string pages_value(CitedPages pages) {
  return std::to_string(pages.first) + "-" + std::to_string(pages.last);
}

std::optional<CitedPages> read_pages_value(std::string_view value) {
  CitedPages pages;
  const char* const end = value.data() + value.size();
  const auto first = std::from_chars(value.data(), end, pages.first);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-') return std::nullopt;
  const auto last = std::from_chars(first.ptr + 1, end, pages.last);
  if (last.ec != std::errc() || last.ptr != end) return std::nullopt;
  return pages;
}

}  // namespace imr

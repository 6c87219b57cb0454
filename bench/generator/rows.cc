// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/generator/rows.h"

namespace imr {

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::vector<std::string_view>> rows_of(std::string_view table) {
  std::vector<std::vector<std::string_view>> rows;
  for (const auto line : parts_of(table, '\n')) {
    if (!line.empty() && !line.starts_with('#')) rows.push_back(parts_of(line, '\t'));
  }
  return rows;
}

}  // namespace imr

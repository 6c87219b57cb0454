// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/data_tables.h"

#include "analyzers/data_lines.h"

namespace imr {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

}  // namespace

std::vector<std::vector<std::string_view>> table_rows(std::string_view tsv, std::size_t columns) {
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : data_lines(tsv)) {
    rows.push_back(split(line, "\t"));
    rows.back().resize(columns);
  }
  return rows;
}

std::vector<std::string_view> cell_entries(std::string_view cell) {
  if (cell.empty()) return {};
  return split(cell, "; ");
}

}  // namespace imr

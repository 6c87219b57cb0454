// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyzers/data_lines.h"

namespace imr {

std::vector<std::string_view> data_lines(std::string_view file) {
  std::vector<std::string_view> lines;
  while (!file.empty()) {
    const auto end = file.find('\n');
    const auto line = file.substr(0, end);
    if (!line.empty() && line.front() != '#') lines.push_back(line);
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
  }
  return lines;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/shell_words.h"

namespace imr {

ShellLine shell_line(std::string_view line, std::string_view breaks) {
  ShellLine result{{""}, 0};
  std::vector<std::string>& words = result.words;
  char quote = '\0';
  bool within = false;  // a word, be it an empty one in quotes
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (quote != '\0' && c == quote) {
      quote = '\0';
    } else if (c == '\\' && quote != '\'' && at + 1 < line.size()) {
      words.back() += line[++at];
      within = true;
    } else if (quote == '\0' && (c == '"' || c == '\'')) {
      quote = c;
      within = true;
    } else if (quote == '\0' && (c == ' ' || c == '\t' || c == '\n')) {
      if (within) words.emplace_back();
      result.breaks = 0;
      within = false;
    } else {
      if (quote == '\0' && breaks.find(c) != std::string_view::npos) ++result.breaks;
      words.back() += c;
      within = true;
    }
  }
  return result;
}

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace imr {

struct ShellLine {
  std::vector<std::string> words;
  std::size_t breaks = 0;  // characters of the last word that end words for the shell when it completes
};

// The words of a command line as a shell would split it, without their quotes and backslashes. The last is
// the one that is being typed: what an open quote or the end of the line leaves, empty behind a blank. bash
// takes = and : and others for ends of words, which are counted outside of quotes.
ShellLine shell_line(std::string_view line, std::string_view breaks = {});

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace imr {

// What may stand in place of the word that is being typed.
struct Candidate {
  std::string text;
  std::string help = {};
};

// A place on a command line where only the program knows what may stand.
struct CompletionPlace {
  const Command& command;
  const OptionSpec* option;         // whose value is being typed; null: a word
  std::string begin;                // what has been typed of it
  std::vector<std::string> before;  // the arguments before it, without the command's name
};

using ValueCompletion = std::function<std::vector<Candidate>(const CompletionPlace&)>;

// Completes a command line, given up to the cursor with the program's name: commands, options and the choices
// of options from the program's tables, everything else by `values`. Nothing found means: whatever the shell
// offers, which is names of files.
std::vector<Candidate> completions(const Program& program, std::string_view line,
                                   const ValueCompletion& values);

// The same as lines for the scripts of cli/completions: text, a tab, help. For a shell that replaces only
// what stands behind the last of some `breaks` in the word that is typed, the text before that is left out.
std::string completion_lines(const Program& program, std::string_view line, std::string_view breaks,
                             const ValueCompletion& values);

}  // namespace imr

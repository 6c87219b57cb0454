// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "schema/exit_status.h"

namespace imr {

// One command of a program: `PROGRAM NAME [OPTIONS] WORDS`.
struct Command {
  std::string_view name;
  std::string_view words;  // what follows the options, for help
  std::string_view help;
  std::span<const OptionSpec> options;
  ExitStatus (*run)(const ParsedOptions& options);
};

// A program as a whole; help, manual page and completion read it.
struct Program {
  std::string_view name;
  std::string_view version;
  std::string_view summary;      // a line
  std::string_view usage;        // lines: how it is called
  std::string_view description;  // what its words mean
  std::string_view examples;     // lines, indented; may be empty
  std::string_view see_also;
  std::span<const Command> commands;
  std::string_view default_command = {};  // of words that begin with none; empty: there is none
};

// What `PROGRAM --help` prints.
std::string program_help(const Program& program);

// Null if there is none of that name.
const Command* find_command(std::span<const Command> commands, std::string_view name);

// The first argument that is neither an option of any command nor its value; the end if there is none before
// a `--`.
std::vector<std::string>::iterator first_word(std::span<const Command> commands,
                                              std::vector<std::string>& arguments);

// A line a command, and one command with its options.
std::string command_list(std::span<const Command> commands);
std::string command_help(std::string_view program, const Command& command);

// Parses the arguments after the command's name, and runs it or prints its help.
ExitStatus run_command(std::string_view program, const Command& command,
                       const std::vector<std::string>& arguments);

// The folder that --index, or what stands for it, names. Throws UsageError if nothing does.
std::string index_folder(const ParsedOptions& options);

}  // namespace imr

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <algorithm>
#include <iostream>
#include <sstream>

namespace imr {

const Command* find_command(std::span<const Command> commands, std::string_view name) {
  const auto found = std::ranges::find(commands, name, &Command::name);
  return found == commands.end() ? nullptr : &*found;
}

namespace {

bool takes_value(std::span<const Command> commands, std::string_view option) {
  return std::ranges::any_of(commands, [&](const Command& command) {
    return std::ranges::any_of(command.options, [&](const OptionSpec& spec) {
      return spec.name == option && !spec.value_name.empty();
    });
  });
}

}  // namespace

std::vector<std::string>::iterator first_word(std::span<const Command> commands,
                                              std::vector<std::string>& arguments) {
  for (auto at = arguments.begin(); at != arguments.end(); ++at) {
    if (!at->starts_with("--")) return at;
    if (*at == "--") break;
    if (takes_value(commands, at->substr(2)) && at + 1 != arguments.end()) ++at;
  }
  return arguments.end();
}

std::string command_list(std::span<const Command> commands) {
  constexpr std::size_t kColumn = 25;
  std::string out;
  for (const Command& command : commands) {
    std::string line = "  " + std::string(command.name) + " " + std::string(command.words);
    line.resize(std::max(kColumn, line.size() + 1), ' ');
    out += line + std::string(command.help) + "\n";
  }
  return out;
}

std::string program_help(const Program& program) {
  std::string out = std::string(program.name) + ": " + std::string(program.summary) + "\n\n";
  std::istringstream usage{std::string(program.usage)};
  std::string begin = "usage: ";
  for (std::string line; std::getline(usage, line); begin = "       ") out += begin + line + "\n";
  out += "\n" + command_list(program.commands) + "\n" + std::string(program.description) + "\n";
  if (!program.examples.empty()) out += "\nexamples:\n" + std::string(program.examples) + "\n";
  return out + std::string(program.name) + " COMMAND --help tells the options; see also " +
         std::string(program.see_also) + "\n";
}

std::string command_help(std::string_view program, const Command& command) {
  std::string usage = "usage: " + std::string(program) + " " + std::string(command.name) + " [OPTIONS]";
  if (!command.words.empty()) usage += " " + std::string(command.words);
  return usage + "\n\n" + std::string(command.help) + "\n\n" + options_help(command.options);
}

ExitStatus run_command(std::string_view program, const Command& command,
                       const std::vector<std::string>& arguments) {
  const ParsedOptions options = parse_options(arguments, command.options);
  if (options.has("help")) {
    std::cout << command_help(program, command);
    return ExitStatus::done;
  }
  if (command.words.empty() && !options.words.empty()) {
    throw UsageError(std::string(command.name) + " takes no words, but got \"" + options.words[0] + "\"");
  }
  return command.run(options);
}

std::string index_folder(const ParsedOptions& options) {
  std::string folder = options.value("index");
  if (folder.empty()) throw UsageError("no index named; give --index DIR");
  return folder;
}

}  // namespace imr

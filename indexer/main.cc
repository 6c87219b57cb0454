// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <iostream>

#include "cli/about.h"
#include "cli/program.h"
#include "indexer/commands.h"

namespace {

using namespace imr;

const Program& program() {
  static const Program self = {.name = "imr-index",
                               .version = IMR_VERSION,
                               .summary = "makes and keeps indexes of IMR final determinations",
                               .usage = "imr-index COMMAND [OPTIONS] ...\n",
                               .description =
                                   "PATH: files and folders (read recursively), - for standard input;\n"
                                   "      .pdf, .txt, .jsonl, and .gz, .xz, .zst, .zip, .tar of these",
                               .examples = {},
                               .see_also = "imr-search(1), docs/inputs.md",
                               .commands = index_commands()};
  return self;
}

ExitStatus run(std::vector<std::string> arguments) {
  if (arguments.empty()) throw UsageError("no command given");
  const auto no_values = [](const CompletionPlace&) { return std::vector<Candidate>(); };
  if (const auto text = about(program(), arguments, no_values)) return std::cout << *text, ExitStatus::done;
  const auto word = first_word(index_commands(), arguments);
  if (word == arguments.end()) throw UsageError("no command given");
  const Command* command = find_command(index_commands(), *word);
  if (!command) throw UsageError("no command \"" + *word + "\"");
  // What writes an index goes on when whoever reads its messages goes away.
  const bool writes = command->name == "build" || command->name == "add" || command->name == "remove" ||
                      command->name == "compact";
  if (writes) std::signal(SIGPIPE, SIG_IGN);
  arguments.erase(word);
  return run_command("imr-index", *command, arguments);
}

}  // namespace

int main(int argc, char** argv) {
  end_quietly_on_closed_pipe();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return run_program("imr-index", [&] { return run(arguments); });
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <iostream>

#include "cli/program.h"
#include "indexer/commands.h"

namespace {

using namespace imr;

std::string overview() {
  std::string out =
      "imr-index: makes and keeps indexes of IMR final determinations\n\n"
      "usage: imr-index COMMAND [OPTIONS] ...\n\n";
  out += command_list(index_commands());
  out +=
      "\nPATH: files and folders (read recursively), - for standard input;\n      .pdf, .txt, .jsonl, and "
      ".gz, .xz, .zst, .zip, .tar of these\n"
      "imr-index COMMAND --help tells the options; imr-index --version the version\n";
  return out;
}

ExitStatus run(std::vector<std::string> arguments) {
  if (arguments.empty()) throw UsageError("no command given");
  if (arguments[0] == "--help" || arguments[0] == "help") return std::cout << overview(), ExitStatus::done;
  if (arguments[0] == "--version") return std::cout << "imr-index " IMR_VERSION "\n", ExitStatus::done;
  const auto word = first_word(index_commands(), arguments);
  if (word == arguments.end()) throw UsageError("no command given");
  const Command* command = find_command(index_commands(), *word);
  if (!command) throw UsageError("no command \"" + *word + "\"");
  // What writes an index goes on when whoever reads its messages goes away.
  const bool writes = command->name == "build" || command->name == "add" || command->name == "remove";
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

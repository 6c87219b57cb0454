// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>

#include "cli/program.h"
#include "searcher/commands.h"

namespace {

using namespace imr;

// Words that later versions take as commands; a search for one of them says `imr-search query WORD`.
constexpr std::string_view kReserved[] = {"similar", "schema", "serve", "mcp"};

std::string overview() {
  std::string out =
      "imr-search: searches IMR final determinations, issue by issue\n\n"
      "usage: imr-search [query] --index DIR [OPTIONS] QUERY...\n"
      "       imr-search COMMAND [OPTIONS] ...\n\n";
  out += command_list(search_commands());
  out +=
      "\nupheld: the denial stands, treatment not approved; overturned: treatment approved\n"
      "\nexamples:\n"
      "  imr-search MRI cervical \"red flag\" --where decision=overturned\n"
      "  imr-search facets acupuncture --facet specialty --facet decision\n"
      "  imr-search show CM00-0000123\n"
      "\nimr-search COMMAND --help tells the options; docs/query-language.md the language\n";
  return out;
}

ExitStatus run(std::vector<std::string> arguments) {
  if (arguments.empty() || arguments[0] == "help" || arguments == std::vector<std::string>{"--help"}) {
    std::cout << overview();
    return ExitStatus::done;
  }
  if (arguments[0] == "--version") return std::cout << "imr-search " IMR_VERSION "\n", ExitStatus::done;
  const auto word = first_word(search_commands(), arguments);
  if (word != arguments.end() && std::ranges::find(kReserved, *word) != std::end(kReserved)) {
    throw UsageError("the command \"" + *word + "\" is not in this version; to search for the word, say \"" +
                     "imr-search query " + *word + "\"");
  }
  const Command* command = word == arguments.end() ? nullptr : find_command(search_commands(), *word);
  if (command) arguments.erase(word);
  if (!command) command = find_command(search_commands(), "query");
  return run_command("imr-search", *command, arguments);
}

}  // namespace

int main(int argc, char** argv) {
  end_quietly_on_closed_pipe();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return run_program("imr-search", [&] { return run(arguments); });
}
